import { placeIn, queueOf, reviewedNow } from '../../app/review/queue.ts';
import { t } from '../../words/words.ts';
import type { Hands } from './action.ts';
import { actionSet } from './action-set.ts';
import { noPhoto, nothingSelected, selectedIds } from './reasons.ts';

const PANEL = { mouse: 'reviewPanel', touch: 'reviewPanel' } as const;

export const reviewActions = actionSet('review', {
  review: {
    keys: ['I'],
    mouse: 'objectsPanel',
    touch: 'objectsPanel',
    whyNot: noPhoto,
    isOn: isReviewing,
    run(hands) {
      const { annotator, shell } = hands;
      const begins = !isReviewing(hands);
      if (begins) shell.openInspector();
      void annotator.setReviewing(begins);
    },
  },
  nextReviewed: {
    ...PANEL,
    keys: ['J'],
    whyNot: (hands) => noNeighbour(hands, 1),
    run: ({ annotator }) => void annotator.stepReview(1),
  },
  previousReviewed: {
    ...PANEL,
    keys: ['Shift+J'],
    whyNot: (hands) => noNeighbour(hands, -1),
    run: ({ annotator }) => void annotator.stepReview(-1),
  },
  acceptObject: {
    ...PANEL,
    keys: ['W'],
    whyNot: nothingSelected,
    run: ({ annotator }) => void annotator.decideReview('accepted', ''),
  },
  rejectObject: {
    ...PANEL,
    keys: ['Shift+W'],
    whyNot: nothingSelected,
    run({ annotator, shell }) {
      // What is wrong is asked where it can be written.
      if (annotator.view.getState().isReviewing) shell.goTo('comment');
      else void annotator.decideReview('rejected', '');
    },
  },
  unreviewObject: {
    ...PANEL,
    whyNot: nothingSelected,
    run: (hands) => hands.annotator.reviewObjects(selectedIds(hands), null, ''),
  },
  acceptPhoto: {
    ...PANEL,
    whyNot: noPhoto,
    run: (hands) => reviewShown(hands, 'accepted'),
  },
  rejectPhoto: {
    ...PANEL,
    whyNot: noPhoto,
    run: (hands) => reviewShown(hands, 'rejected'),
  },
});

function isReviewing({ annotator }: Hands): boolean {
  return annotator.view.getState().isReviewing;
}

function reviewShown({ annotator }: Hands, verdict: 'accepted' | 'rejected'): void {
  const { photo } = annotator.view.getState();
  if (photo) annotator.reviewPhoto(photo.id, verdict, '');
}

/** The ends of the queue don't wrap; beside it, its first object is next. */
function noNeighbour(hands: Hands, step: 1 | -1): string | null {
  if (!isReviewing(hands)) return t('reasons.notUnderWay');
  const { document, view } = hands.annotator;
  if (view.getState().measuring) return t('reasons.underWay');
  const queue = queueOf(document.getState(), view.getState().reviewFilter);
  const at = placeIn(queue, reviewedNow(view.getState()));
  return (at === -1 ? queue[0] : queue[at + step]) ? null : t('reasons.noMoreToReview');
}
