import { isNeutral } from '../../adjust/adjustments.ts';
import { shownAdjustments } from '../../app/adjusting/shown.ts';
import { t } from '../../words/words.ts';
import { now } from '../now.ts';
import type { Hands } from './action.ts';
import { actionSet } from './action-set.ts';
import { noPhoto } from './reasons.ts';

export const adjustActions = actionSet('adjust', {
  autoAdjust: {
    keys: ['Shift+D'],
    mouse: 'adjustPanel',
    touch: 'adjustPanel',
    whyNot: noPhoto,
    run: ({ annotator }) => annotator.autoAdjust(),
  },
  resetAdjustments: {
    keys: ['Shift+B'],
    mouse: 'adjustPanel',
    touch: 'adjustPanel',
    whyNot: (hands) => noPhoto(hands) ?? nothingAdjusted(hands),
    run: ({ annotator }) => annotator.resetAdjustments(),
  },
  shareAdjustments: {
    mouse: 'adjustPanel',
    touch: 'adjustPanel',
    whyNot: noPhoto,
    isOn: ({ annotator }) => annotator.document.getState().sharedAdjustments !== null,
    run({ annotator }) {
      annotator.shareAdjustments(annotator.document.getState().sharedAdjustments === null);
    },
  },
});

function nothingAdjusted({ annotator }: Hands): string | null {
  return isNeutral(shownAdjustments(...now(annotator))) ? t('reasons.notAdjusted') : null;
}
