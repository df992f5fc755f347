/** What the queue of the review holds. */
export type ReviewFilter = 'open' | 'rejected' | 'accepted' | 'all';

/** An object somewhere in the project. */
export interface Reviewed {
  readonly photoId: string;
  readonly objectId: string;
}

/** The part of the view that is about the review. */
export interface ReviewState {
  readonly isReviewing: boolean;
  /** Masks are measured before the first queue is there; null: they are. */
  readonly measuring: { readonly done: number; readonly of: number } | null;
  readonly reviewFilter: ReviewFilter;
  /** The object that was asked for, while its photo is opening. */
  readonly askedReview: Reviewed | null;
  /** The name that goes with what is accepted and rejected; empty: none. */
  readonly reviewer: string;
}

export const NO_REVIEW: Omit<ReviewState, 'reviewer'> = {
  isReviewing: false,
  measuring: null,
  reviewFilter: 'open',
  askedReview: null,
};
