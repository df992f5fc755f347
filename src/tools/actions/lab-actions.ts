import { t } from '../../words/words.ts';
import type { Action, Hands } from './action.ts';
import { noPhoto } from './reasons.ts';

/** The photo degraded on purpose. Their titles come beside the first screen, which has no photo. */
export const labActions = {
  lab: {
    get title() {
      return t('lab.actions.open');
    },
    keys: ['Shift+X'],
    mouse: 'topBar',
    touch: 'topBar',
    whyNot: noPhoto,
    isOn: isInLab,
    run(hands) {
      const begins = !isInLab(hands);
      if (begins) hands.shell.openInspector();
      hands.annotator.setLab(begins);
    },
  },
} satisfies Readonly<Record<string, Action>>;

function isInLab({ annotator }: Hands): boolean {
  return annotator.view.getState().lab !== null;
}
