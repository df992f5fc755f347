/** What the queue of the review holds. */
export const REVIEW_FILTERS = ['open', 'rejected', 'accepted', 'all'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

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
  /** The object that was asked for last: its photo may still be opening. */
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

interface Looked extends Pick<ReviewState, 'askedReview'> {
  readonly photo: { readonly id: string } | null;
  readonly opening: { readonly photoId: string | null } | null;
  readonly selectedObjectId: string | null;
}

/** The object that is looked at: the selected one, or the one whose photo is still opening. */
export function reviewedNow({
  photo,
  opening,
  askedReview,
  selectedObjectId,
}: Looked): Reviewed | null {
  if (askedReview && opening?.photoId === askedReview.photoId) return askedReview;
  return photo && selectedObjectId ? { photoId: photo.id, objectId: selectedObjectId } : null;
}
