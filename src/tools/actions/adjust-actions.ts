import { t } from '../../words/words.ts';
import type { Action } from './action.ts';
import { noPhoto } from './reasons.ts';

/** How the photo is shown. Their titles come beside the first screen, which has no photo. */
export const adjustActions = {
  autoAdjust: {
    get title() {
      return t('adjustPanel.actions.autoAdjust');
    },
    keys: ['Shift+D'],
    mouse: 'adjustPanel',
    touch: 'adjustPanel',
    whyNot: noPhoto,
    run: ({ annotator }) => annotator.autoAdjust(),
  },
  resetAdjustments: {
    get title() {
      return t('adjustPanel.actions.resetAdjustments');
    },
    keys: ['Shift+B'],
    mouse: 'adjustPanel',
    touch: 'adjustPanel',
    whyNot: noPhoto,
    run: ({ annotator }) => annotator.resetAdjustments(),
  },
  shareAdjustments: {
    get title() {
      return t('adjustPanel.actions.shareAdjustments');
    },
    mouse: 'adjustPanel',
    touch: 'adjustPanel',
    whyNot: noPhoto,
    isOn: ({ annotator }) => annotator.document.getState().sharedAdjustments !== null,
    run({ annotator }) {
      annotator.shareAdjustments(annotator.document.getState().sharedAdjustments === null);
    },
  },
} satisfies Readonly<Record<string, Action>>;
