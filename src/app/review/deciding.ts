import { type Review, withReview } from '../../document/review.ts';
import type { MaskObject } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { objectWords } from '../objects/locked.ts';
import { objectChanges } from '../objects/object-edits.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { shownObjects } from '../state/questions.ts';
import { photoReviewChanges } from './photo-review.ts';

export type Verdict = 'accepted' | 'rejected';

/** Each is one undo step. A verdict of null: nobody has looked at it. */
export interface VerdictVerbs {
  setReviewer(name: string): void;
  /** Reviews the shown photo's objects, locked ones too. */
  reviewObjects(objectIds: readonly string[], verdict: Verdict | null, comment: string): void;
  /** Accepted: with those of its objects that nobody has rejected. Rejected: it is not done. */
  reviewPhoto(photoId: string, verdict: Verdict | null, comment: string): void;
}

export function createVerdicts(context: Context): VerdictVerbs {
  const { document, view } = context;

  function reviewOf(verdict: Verdict, comment: string): Review {
    const by = view.getState().reviewer;
    return { state: verdict, comment: comment.trim(), by, when: Date.now() };
  }

  return {
    setReviewer: (name) => view.setState({ reviewer: name.trim() }),
    reviewObjects(objectIds, verdict, comment) {
      const photoId = view.getState().photo?.id;
      if (photoId === undefined) return;
      const objects = shownObjects(...now(context)).filter(({ id }) => objectIds.includes(id));
      const review = verdict && reviewOf(verdict, comment);
      const changes = objectChanges(photoId, objects, (object) => decided(object, review));
      if (changes.length === 0) return;
      const name = t(`steps.review.${verdict ?? 'none'}`, { what: objectWords(objects) });
      document.commit({ name, photoId, changes });
    },
    reviewPhoto(photoId, verdict, comment) {
      const state = document.state.getState();
      const { objects } = state;
      const after = verdict && reviewOf(verdict, comment);
      const said = photoReviewChanges(state, photoId, after);
      if (said.length === 0) return;
      const open = (objects[photoId] ?? []).filter(({ review }) => review?.state !== 'rejected');
      document.commit({
        name: t(`steps.review.photo.${verdict ?? 'none'}`),
        photoId,
        changes: [
          ...said,
          ...(verdict === 'accepted'
            ? objectChanges(photoId, open, (object) => decided(object, after))
            : []),
        ],
      });
    },
  };
}

/** The same object where that is what was said of it already. */
function decided(object: MaskObject, review: Review | null): MaskObject {
  const { review: before } = object;
  const isSame =
    before?.state === review?.state && (before?.comment ?? '') === (review?.comment ?? '');
  return isSame ? object : withReview(object, review);
}
