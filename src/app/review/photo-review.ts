import type { Change } from '../../document/change.ts';
import type { Review } from '../../document/review.ts';
import type { DocumentState } from '../../document/types.ts';

/** What is said of a photo as a whole: an accepted one is done, a rejected one is not. Pure. */
export function photoReviewChanges(
  { done, reviews }: Pick<DocumentState, 'done' | 'reviews'>,
  photoId: string,
  after: Review | null,
): readonly Change[] {
  const before = reviews[photoId] ?? null;
  if (before === after) return [];
  const wasDone = done[photoId] ?? false;
  const isDone = after === null ? wasDone : after.state === 'accepted';
  return [
    { kind: 'set-review', photoId, before, after },
    ...(wasDone === isDone
      ? []
      : [{ kind: 'set-done', photoId, before: wasDone, after: isDone } as const]),
  ];
}
