import { frameBox } from '../../geometry/viewport.ts';
import { maskBox } from '../../mask/measure.ts';
import { selectionOf } from '../objects/selection.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { shownObject, wantedPhotoId } from '../state/questions.ts';
import { NO_REVIEW, type Reviewed, type ReviewFilter } from '../state/review.ts';
import { measure, placeIn, queueOf, reviewedNow, unmeasured } from './queue.ts';

export interface ReviewQueueVerbs {
  /** Begins with the object that is most in doubt. */
  setReviewing(isReviewing: boolean): Promise<void>;
  setReviewFilter(filter: ReviewFilter): void;
  /** Opens the object's photo, selects it and shows it closer. */
  showReviewed(reviewed: Reviewed): Promise<void>;
  /** The next or previous object of the queue; the ends don't wrap. */
  stepReview(step: 1 | -1): Promise<void>;
}

export interface ReviewStage {
  showPhoto(photoId: string): Promise<void>;
}

export function createReviewQueue(context: Context, { showPhoto }: ReviewStage): ReviewQueueVerbs {
  const { document, view } = context;
  let measuring: AbortController | null = null;
  const queue = () => queueOf(document.state.getState(), view.getState().reviewFilter);

  /** False when the review has ended before. */
  async function measured(): Promise<boolean> {
    const mine = new AbortController();
    measuring = mine;
    const objects = unmeasured(document.state.getState());
    const tell = (done: number) => view.setState({ measuring: { done, of: objects.length } });
    tell(0);
    await measure(mine.signal, objects, tell);
    if (!mine.signal.aborted) view.setState({ measuring: null });
    return !mine.signal.aborted;
  }

  function frame(objectId: string): void {
    const object = shownObject(...now(context), objectId);
    const box = object && maskBox(object.mask);
    if (box) view.setState(({ viewport }) => ({ viewport: frameBox(viewport, box) }));
  }

  async function showReviewed(reviewed: Reviewed): Promise<void> {
    const { photoId, objectId } = reviewed;
    view.setState({ askedReview: reviewed });
    // Another photo may be opening, and would come in between.
    const isThere = view.getState().photo?.id === photoId;
    if (!isThere || wantedPhotoId(view.getState()) !== photoId) await showPhoto(photoId);
    // Another one may have been asked for since, or the photo can't be read.
    const { askedReview, photo } = view.getState();
    if (askedReview !== reviewed) return;
    view.setState({ askedReview: null });
    if (photo?.id !== photoId) return;
    view.setState(selectionOf([objectId]));
    frame(objectId);
  }

  return {
    async setReviewing(isReviewing) {
      measuring?.abort();
      view.setState({ ...NO_REVIEW, isReviewing });
      if (!isReviewing || !(await measured())) return;
      const [first] = queue();
      if (first) await showReviewed({ photoId: first.photoId, objectId: first.object.id });
    },
    setReviewFilter: (reviewFilter) => view.setState({ reviewFilter }),
    showReviewed,
    async stepReview(step) {
      const all = queue();
      const at = placeIn(all, reviewedNow(view.getState()));
      const next = at === -1 ? all[0] : all[at + step];
      if (next) await showReviewed({ photoId: next.photoId, objectId: next.object.id });
    },
  };
}
