import type { Combination } from '../../app/editing/mask-edits.ts';
import { leadObject } from '../../app/state/questions.ts';
import type { Reshape } from '../../reshape/protocol.ts';
import { t } from '../../words/words.ts';
import { now } from '../now.ts';
import type { Hands } from './action.ts';
import { actionSet, type Untitled } from './action-set.ts';
import { noPrompt, noSeveralObjects, noSingleObject, selectedIds } from './reasons.ts';

/** Pixels; finer steps are in the panel. */
const SPECK = 100;
const SMOOTHING = 2;

/** Changes of the selected object's mask as a whole, and of several masks into one. */
export const maskActions = actionSet('mask', {
  fillHoles: reshape({ kind: 'fill-holes', most: Number.MAX_SAFE_INTEGER }),
  dropSpecks: { ...reshape({ kind: 'drop-specks', most: SPECK }), figures: { pixels: SPECK } },
  smooth: { ...reshape({ kind: 'smooth', radius: SMOOTHING }), figures: { pixels: SMOOTHING } },
  grow: reshape({ kind: 'grow', by: 1 }),
  shrink: reshape({ kind: 'grow', by: -1 }),
  zoomRefine: {
    keys: ['Z'],
    mouse: 'promptBar',
    touch: 'promptBar',
    whyNot: nothingToLookAt,
    isOn: ({ annotator }) => annotator.view.getState().live?.isZoomed ?? false,
    run: ({ annotator }) => void annotator.zoomRefine(),
  },
  tidyMasks: {
    mouse: 'maskPanel',
    touch: 'maskPanel',
    isOn: ({ annotator }) => annotator.view.getState().tidiesMasks,
    run: ({ annotator }) => annotator.setTidiesMasks(!annotator.view.getState().tidiesMasks),
  },
  toggleTidied: {
    keys: ['Y'],
    mouse: 'maskPanel',
    touch: 'maskPanel',
    whyNot: nothingToTidy,
    run: ({ annotator }) => void annotator.toggleTidied(),
  },
  explain: {
    keys: ['Shift+Y'],
    whyNot: ({ annotator }) => (annotator.lastAnswers() ? null : t('reasons.noPrompt')),
    run: ({ shell }) => shell.show('explanation'),
  },
  split: {
    whyNot: noSingleObject,
    run(hands) {
      const object = leadObject(...now(hands.annotator));
      if (object) hands.annotator.splitObject(object.id);
    },
  },
  merge: combine('merge'),
  subtract: combine('subtract'),
  intersect: combine('intersect'),
});

function nothingToTidy(hands: Hands): string | null {
  const { live, tidiesMasks } = hands.annotator.view.getState();
  if (noPrompt(hands)) return noPrompt(hands);
  if (!tidiesMasks) return t('reasons.tidiesNone');
  return live?.tidied ? null : t('reasons.nothingToTidy');
}

/** The mask in hand, else the selected object. */
function nothingToLookAt(hands: Hands): string | null {
  const { zooming, live } = hands.annotator.view.getState();
  if (zooming) return t('reasons.underWay');
  if (noPrompt(hands)) return noSingleObject(hands);
  return live?.isZoomed ? t('reasons.wasZoomed') : null;
}

/** Applied at once: undo takes it back. */
function reshape(what: Reshape): Untitled {
  return {
    mouse: 'maskPanel',
    touch: 'maskPanel',
    whyNot: noSingleObject,
    run(hands) {
      const object = leadObject(...now(hands.annotator));
      if (!object) return;
      void hands.annotator.previewReshape(object.id, [what]);
      void hands.annotator.applyReshape();
    },
  };
}

function combine(how: Combination): Untitled {
  return {
    whyNot: noSeveralObjects,
    run: (hands) => hands.annotator.combineObjects(how, selectedIds(hands)),
  };
}
