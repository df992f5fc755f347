import type { Change } from './change.ts';
import { withReview } from './review.ts';
import type { MaskObject } from './types.ts';

/**
 * Whoever accepted an object accepted its mask and class: where a change brings another one, the object is to be
 * reviewed again, and what was rejected counts as mended. Classes that are merged or deleted in the same step say
 * nothing about the object. Pure.
 */
export function withoutStaleReviews(changes: readonly Change[]): readonly Change[] {
  const isAboutClasses = changes.some(({ kind }) => kind === 'set-classes');
  return changes.map((change) => {
    if (change.kind !== 'set-object') return change;
    const { before, after } = change;
    const isOther =
      before.mask !== after.mask || (before.classId !== after.classId && !isAboutClasses);
    return isOther && after.review === before.review
      ? { ...change, after: unsettled(after) }
      : change;
  });
}

function unsettled(object: MaskObject): MaskObject {
  const { review } = object;
  if (!review) return object;
  return withReview(object, review.state === 'accepted' ? null : { ...review, state: 'mended' });
}
