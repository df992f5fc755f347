import type { DocumentState, PhotoEntry } from '../../document/types.ts';

/** How far a photo is. */
export const PHOTO_STAGES = ['untouched', 'in-work', 'rejected', 'done', 'accepted'] as const;
export type PhotoStage = (typeof PHOTO_STAGES)[number];

export const SORT_ORDERS = ['added', 'name', 'objects', 'stage'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** Which photos are listed, and in what order. */
export interface Listing {
  /** Null: all. */
  readonly stage: PhotoStage | null;
  /** Part of a name or a folder; empty: any. */
  readonly text: string;
  readonly sort: SortOrder;
}

export const WHOLE_LIST: Listing = { stage: null, text: '', sort: 'added' };

/** Whether work on a photo may change what is listed. */
export function hangsOnProgress({ stage, sort }: Listing): boolean {
  return stage !== null || sort === 'objects' || sort === 'stage';
}

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

/** The photos of a listing; where the order says nothing, as they were added. */
export function listedPhotos(state: DocumentState, listing: Listing): readonly PhotoEntry[] {
  const { stage, text, sort } = listing;
  const sought = text.trim().toLowerCase();
  if (stage === null && sought === '' && sort === 'added') return state.photos;
  const listed = state.photos.filter(
    ({ id, name, folder }) =>
      (stage === null || stageOf(state, id) === stage) &&
      `${folder}/${name}`.toLowerCase().includes(sought),
  );
  return sort === 'added' ? listed : listed.sort(comparison(state, sort));
}

function comparison(
  state: DocumentState,
  sort: Exclude<SortOrder, 'added'>,
): (a: PhotoEntry, b: PhotoEntry) => number {
  if (sort === 'name') return byName;
  const rank = ({ id }: PhotoEntry) =>
    sort === 'objects'
      ? -(state.objects[id]?.length ?? 0)
      : PHOTO_STAGES.indexOf(stageOf(state, id));
  return (a, b) => rank(a) - rank(b);
}
