import type { DocumentState, PhotoEntry } from '../../document/types.ts';
import type { Quality } from '../../report/quality.ts';

/** How far a photo is. */
export const PHOTO_STAGES = ['untouched', 'in-work', 'rejected', 'done', 'accepted'] as const;
export type PhotoStage = (typeof PHOTO_STAGES)[number];

export const SORT_ORDERS = ['added', 'name', 'objects', 'stage', 'worst'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** Which photos are listed, and in what order. */
export interface Listing {
  /** Null: all. */
  readonly stage: PhotoStage | null;
  /** What the photo's report says of it; null: anything. */
  readonly quality: Quality | null;
  /** Part of a name or a folder; empty: any. */
  readonly text: string;
  readonly sort: SortOrder;
}

export const WHOLE_LIST: Listing = { stage: null, quality: null, text: '', sort: 'added' };

type Progress = Pick<DocumentState, 'objects' | 'prompts' | 'tags' | 'done' | 'reviews'>;

export function stageOf(
  { objects, prompts, tags, done, reviews }: Progress,
  photoId: string,
): PhotoStage {
  const review = reviews[photoId];
  if (review) return review.state === 'accepted' ? 'accepted' : 'rejected';
  if (done[photoId]) return 'done';
  const isBegun = [objects, prompts, tags].some((all) => all[photoId]?.length);
  return isBegun ? 'in-work' : 'untouched';
}

/** "10.jpg" comes after "9.jpg". */
const byWords = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }).compare;

export function byName(
  a: Pick<PhotoEntry, 'folder' | 'name'>,
  b: Pick<PhotoEntry, 'folder' | 'name'>,
): number {
  return byWords(a.folder, b.folder) || byWords(a.name, b.name);
}
