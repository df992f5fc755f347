import type { Context } from '../state/context.ts';
import { createVerdicts, type Verdict, type VerdictVerbs } from './deciding.ts';
import { createReviewQueue, type ReviewQueueVerbs, type ReviewStage } from './going.ts';
import { placeIn, queueOf, reviewedNow } from './queue.ts';

/** What somebody says of objects and photos who looks at what was labelled. */
export interface ReviewVerbs extends ReviewQueueVerbs, VerdictVerbs {
  /** The selected objects; then the next one of the queue is shown. */
  decideReview(verdict: Verdict, comment: string): Promise<void>;
}

export function createReview(context: Context, stage: ReviewStage): ReviewVerbs {
  const { document, view } = context;
  const queue = createReviewQueue(context, stage);
  const verdicts = createVerdicts(context);
  const queued = () => queueOf(document.state.getState(), view.getState().reviewFilter);

  return {
    ...queue,
    ...verdicts,
    async decideReview(verdict, comment) {
      const { isReviewing, selectedObjectIds } = view.getState();
      if (!isReviewing) return verdicts.reviewObjects(selectedObjectIds, verdict, comment);
      // Asked before they are decided, as they may be gone from the queue then.
      const before = queued();
      const at = placeIn(before, reviewedNow(view.getState()));
      verdicts.reviewObjects(selectedObjectIds, verdict, comment);
      const left = queued();
      const next = [...before.slice(at + 1), ...before.slice(0, Math.max(at, 0))]
        .map(({ photoId, object: { id } }) => ({ photoId, objectId: id }))
        .find((one) => !selectedObjectIds.includes(one.objectId) && placeIn(left, one) !== -1);
      if (next) await queue.showReviewed(next);
    },
  };
}
