import { isReviewed } from '../../document/review.ts';
import type { DocumentState, MaskObject } from '../../document/types.ts';
import { nextTask } from '../photos/next-task.ts';
import type { Reviewed, ReviewFilter, ReviewState } from '../state/review.ts';
import { type Doubt, doubtsOf } from './doubts.ts';
import { figuresOf, isMeasured } from './figures.ts';

/** An object with why it may be wrong. */
export interface Queued extends Doubt {
  readonly photoId: string;
  readonly object: MaskObject;
}

export interface ReviewProgress {
  readonly reviewed: number;
  readonly of: number;
}

export const REVIEW_FILTERS: readonly ReviewFilter[] = ['open', 'rejected', 'accepted', 'all'];

type Labelled = Pick<DocumentState, 'photos' | 'objects'>;

const NONE: readonly MaskObject[] = [];
/** Milliseconds of measuring at a time: a frame stays free. */
const SLICE = 8;
/** Lists of objects never change: what is known of one is known for good. */
const known = new WeakMap<readonly MaskObject[], readonly Doubt[]>();

const IS_SHOWN: Readonly<Record<ReviewFilter, (object: MaskObject) => boolean>> = {
  open: ({ review }) => !isReviewed(review),
  rejected: ({ review }) => review?.state === 'rejected',
  accepted: ({ review }) => review?.state === 'accepted',
  all: () => true,
};

/** The objects of all photos, the most doubtful first; equal ones as they lie in the project. */
export function queueOf({ photos, objects }: Labelled, filter: ReviewFilter): readonly Queued[] {
  const queue = photos.flatMap(({ id: photoId }) => {
    const all = objects[photoId] ?? NONE;
    const doubts = knownDoubts(all);
    return all.flatMap((object, i): Queued[] => {
      const doubt = doubts[i];
      return doubt && IS_SHOWN[filter](object) ? [{ photoId, object, ...doubt }] : [];
    });
  });
  return queue.sort((a, b) => b.score - a.score);
}

/** Why the object may be wrong, among those that it lies with. */
export function doubtOf(objects: readonly MaskObject[], objectId: string): Doubt | null {
  return knownDoubts(objects)[objects.findIndex(({ id }) => id === objectId)] ?? null;
}

export function progressOf({ photos, objects }: Labelled): ReviewProgress {
  const all = photos.flatMap(({ id }) => objects[id] ?? NONE);
  return { reviewed: all.filter(({ review }) => isReviewed(review)).length, of: all.length };
}

/** How many objects have each state, for the choice between them. */
export function countsOf({ photos, objects }: Labelled): Readonly<Record<ReviewFilter, number>> {
  const all = photos.flatMap(({ id }) => objects[id] ?? NONE);
  const entries = REVIEW_FILTERS.map((filter) => [filter, all.filter(IS_SHOWN[filter]).length]);
  return Object.fromEntries(entries);
}

/** The place of an object in the queue; -1: it is not there. */
export function placeIn(queue: readonly Queued[], reviewed: Reviewed | null): number {
  return queue.findIndex(
    ({ photoId, object }) => photoId === reviewed?.photoId && object.id === reviewed.objectId,
  );
}

export function unmeasured({ photos, objects }: Labelled): readonly MaskObject[] {
  return photos.flatMap(({ id }) => (objects[id] ?? NONE).filter(({ mask }) => !isMeasured(mask)));
}

/** Thousands of masks are measured a few at a time, so the page stays in hand. */
export async function measure(
  signal: AbortSignal,
  objects: readonly MaskObject[],
  tell: (done: number) => void,
): Promise<void> {
  let since = performance.now();
  for (const [i, { mask }] of objects.entries()) {
    figuresOf(mask);
    if (performance.now() - since < SLICE) continue;
    tell(i + 1);
    await nextTask();
    if (signal.aborted) return;
    since = performance.now();
  }
  tell(objects.length);
}

function knownDoubts(objects: readonly MaskObject[]): readonly Doubt[] {
  const doubts = known.get(objects) ?? doubtsOf(objects);
  known.set(objects, doubts);
  return doubts;
}

interface Looked extends Pick<ReviewState, 'askedReview'> {
  readonly photo: { readonly id: string } | null;
  readonly selectedObjectId: string | null;
}

/** The object that is looked at: the selected one, or the one whose photo is opening. */
export function reviewedNow({ photo, askedReview, selectedObjectId }: Looked): Reviewed | null {
  if (askedReview) return askedReview;
  return photo && selectedObjectId ? { photoId: photo.id, objectId: selectedObjectId } : null;
}
