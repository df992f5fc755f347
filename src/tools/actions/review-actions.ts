import { placeIn, queueOf, reviewedNow } from '../../app/review/queue.ts';
import { shownRows } from '../../app/truth/rows.ts';
import { t } from '../../words/words.ts';
import type { Hands } from './action.ts';
import { actionSet } from './action-set.ts';
import { noPhoto, nothingSelected, selectedIds } from './reasons.ts';

const PANEL = { mouse: 'reviewPanel', touch: 'reviewPanel' } as const;
const TRUTH_PANEL = { mouse: 'truthPanel', touch: 'truthPanel' } as const;

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
    whyNot: (hands) => noNext(hands, 1),
    run: (hands) => step(hands, 1),
  },
  previousReviewed: {
    ...PANEL,
    keys: ['Shift+J'],
    whyNot: (hands) => noNext(hands, -1),
    run: (hands) => step(hands, -1),
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
  againstTruth: {
    keys: ['Shift+I'],
    mouse: 'objectsPanel',
    touch: 'objectsPanel',
    whyNot: noPhoto,
    isOn: isAgainstTruth,
    run(hands) {
      const begins = !isAgainstTruth(hands);
      if (begins) hands.shell.openInspector();
      hands.annotator.setAgainstTruth(begins);
    },
  },
  nextMismatch: {
    ...TRUTH_PANEL,
    whyNot: (hands) => noRow(hands, 1),
    run: ({ annotator }) => void annotator.stepRow(1),
  },
  previousMismatch: {
    ...TRUTH_PANEL,
    whyNot: (hands) => noRow(hands, -1),
    run: ({ annotator }) => void annotator.stepRow(-1),
  },
});

function isAgainstTruth({ annotator }: Hands): boolean {
  return annotator.truth.getState().isOpen;
}

/** The ends of the list don't wrap. */
function noRow({ annotator }: Hands, step: 1 | -1): string | null {
  const { isOpen, truth, rows, filter, shownId } = annotator.truth.getState();
  if (!isOpen || !truth) return t('reasons.noTruth');
  const shown = shownRows(rows, filter);
  const at = shown.findIndex(({ id }) => id === shownId);
  return (at === -1 ? shown[0] : shown[at + step]) ? null : t('reasons.noMoreRows');
}

function isReviewing({ annotator }: Hands): boolean {
  return annotator.view.getState().isReviewing;
}

function reviewShown({ annotator }: Hands, verdict: 'accepted' | 'rejected'): void {
  const { photo } = annotator.view.getState();
  if (photo) annotator.reviewPhoto(photo.id, verdict, '');
}

/** One pair of keys goes through whichever list is open; the review's comes first. */
function stepsRows(hands: Hands): boolean {
  return isAgainstTruth(hands) && !isReviewing(hands);
}

function step(hands: Hands, by: 1 | -1): void {
  const { annotator } = hands;
  void (stepsRows(hands) ? annotator.stepRow(by) : annotator.stepReview(by));
}

function noNext(hands: Hands, by: 1 | -1): string | null {
  return stepsRows(hands) ? noRow(hands, by) : noNeighbour(hands, by);
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
