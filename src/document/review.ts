export const REVIEW_STATES = ['accepted', 'rejected', 'mended'] as const;
/** `mended`: it was rejected, and its mask or class has changed since. */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What somebody who looked at an object or a photo says of it. */
export interface Review {
  readonly state: ReviewState;
  /** What is wrong; empty: nobody said. */
  readonly comment: string;
  /** The reviewer's name; empty: not known. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly when: number;
}

/** Nothing is left to decide about it. */
export function isReviewed(review: Review | null | undefined): boolean {
  return review?.state === 'accepted' || review?.state === 'rejected';
}

export function withReview<T extends { readonly review?: Review }>(
  object: T,
  review: Review | null,
): T {
  if (review) return { ...object, review };
  const { review: _, ...rest } = object;
  // Only the optional field is gone.
  return rest as T;
}
