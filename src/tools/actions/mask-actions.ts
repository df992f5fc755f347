import type { Combination } from '../../app/editing/editing-verbs.ts';
import type { Reshape } from '../../reshape/protocol.ts';
import type { Action, ActionSet, Hands } from './action.ts';
import { leadObject, noPrompt, noSeveralObjects, noSingleObject, selectedIds } from './reasons.ts';

/** Pixels; finer steps are in the panel. */
const SPECK = 100;
const SMOOTHING = 2;

/** Changes of the selected object's mask as a whole, and of several masks into one. */
export const maskActions = {
  fillHoles: reshape('Fill all holes', { kind: 'fill-holes', most: Number.MAX_SAFE_INTEGER }),
  dropSpecks: reshape(`Drop specks of up to ${SPECK} px`, { kind: 'drop-specks', most: SPECK }),
  smooth: reshape(`Smooth by ${SMOOTHING} px`, { kind: 'smooth', radius: SMOOTHING }),
  grow: reshape('Grow by 1 px', { kind: 'grow', by: 1 }),
  shrink: reshape('Shrink by 1 px', { kind: 'grow', by: -1 }),
  zoomRefine: {
    title: 'Zoom refine',
    keys: ['Z'],
    mouse: 'prompt bar, Objects panel',
    touch: 'prompt bar, Objects panel',
    whyNot: nothingToLookAt,
    isOn: ({ annotator }) => annotator.view.getState().live?.isCloser ?? false,
    run: ({ annotator }) => void annotator.zoomRefine(),
  },
  split: {
    title: 'Split into parts',
    whyNot: noSingleObject,
    run(hands) {
      const object = leadObject(hands);
      if (object) hands.annotator.splitObject(object.id);
    },
  },
  merge: combine('merge', 'Merge into the lowest'),
  subtract: combine('subtract', 'Subtract the others from the lowest'),
  intersect: combine('intersect', 'Intersect'),
} as const satisfies ActionSet;

/** The mask in hand, else the selected object. */
function nothingToLookAt(hands: Hands): string | null {
  const { zooming, live } = hands.annotator.view.getState();
  if (zooming) return 'It is under way';
  if (noPrompt(hands)) return noSingleObject(hands);
  return live?.isCloser ? 'It was looked at closer' : null;
}

/** Applied at once: undo takes it back. */
function reshape(title: string, what: Reshape): Action {
  return {
    title,
    mouse: 'Mask panel',
    touch: 'Mask panel',
    whyNot: noSingleObject,
    run(hands) {
      const object = leadObject(hands);
      if (!object) return;
      void hands.annotator.previewReshape(object.id, what);
      void hands.annotator.applyReshape();
    },
  };
}

function combine(how: Combination, title: string): Action {
  return {
    title,
    whyNot: noSeveralObjects,
    run: (hands) => hands.annotator.combineObjects(how, selectedIds(hands)),
  };
}
