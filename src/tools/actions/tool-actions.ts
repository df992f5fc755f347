import { isOutlineMoved, type Tool } from '../../app/state/editing.ts';
import { t } from '../../words/words.ts';
import { stepBrush } from '../brush-size.ts';
import type { Hands } from './action.ts';
import { actionSet, type Untitled } from './action-set.ts';
import { noPhoto } from './reasons.ts';

export const toolActions = actionSet('tools', {
  promptTool: tool('prompt', 'V'),
  brush: tool('brush', 'B'),
  eraser: tool('eraser', 'X'),
  polygon: tool('polygon', 'P'),
  lasso: tool('lasso', 'L'),
  rectangle: tool('rectangle', 'R'),
  points: {
    ...tool('points', 'U'),
    run: ({ annotator }) => void annotator.editPoints(),
  },
  removePoint: {
    mouse: 'rightClick',
    touch: 'toolRow',
    whyNot: noPoint,
    run: ({ annotator }) => void annotator.removeHandle(),
  },
  snapsToEdges: {
    touch: 'toolRow',
    isOn: ({ annotator }) => annotator.view.getState().snapsToEdges,
    run: ({ annotator }) => annotator.setSnapsToEdges(!annotator.view.getState().snapsToEdges),
  },
  applyOutline: {
    touch: 'toolRow',
    whyNot: nothingMoved,
    run: ({ annotator }) => void annotator.applyOutline(),
  },
  dropOutline: {
    touch: 'toolRow',
    whyNot: nothingMoved,
    run: ({ annotator }) => void annotator.dropOutline(),
  },
  hand: tool('hand'),
  largerBrush: {
    keys: [']'],
    repeats: true,
    mouse: 'shiftWheel',
    touch: 'slider',
    run: ({ annotator }) => stepBrush(annotator, 1),
  },
  smallerBrush: {
    keys: ['['],
    repeats: true,
    mouse: 'shiftWheel',
    touch: 'slider',
    run: ({ annotator }) => stepBrush(annotator, -1),
  },
  areaSubtracts: {
    mouse: 'altDrag',
    touch: 'subtract',
    isOn: ({ annotator }) => annotator.view.getState().areaMode === 'subtract',
    run({ annotator }) {
      const { areaMode } = annotator.view.getState();
      annotator.setAreaMode(areaMode === 'add' ? 'subtract' : 'add');
    },
  },
  closePolygon: {
    mouse: 'firstCorner',
    touch: 'firstCornerOrCheck',
    whyNot: ({ annotator }) =>
      cornersOf(annotator.view.getState()) >= 3 ? null : t('reasons.fewCorners'),
    run: ({ annotator }) => annotator.applyDraft(),
  },
  takeBackCorner: {
    keys: ['Backspace'],
    touch: 'back',
    whyNot: noPhoto,
    run({ annotator }) {
      const { outline, selectedObjectIds } = annotator.view.getState();
      if (outline?.focused) return annotator.removeHandle();
      if (annotator.takeBackCorner()) return;
      annotator.deleteObjects(selectedObjectIds);
    },
  },
  noOverlap: {
    isOn: ({ annotator }) => annotator.view.getState().noOverlap,
    run: ({ annotator }) => annotator.setNoOverlap(!annotator.view.getState().noOverlap),
  },
});

function tool(name: Tool, ...keys: readonly string[]): Untitled {
  return {
    keys,
    mouse: 'toolRail',
    touch: 'toolRow',
    whyNot: noPhoto,
    isOn: ({ annotator }) => annotator.view.getState().tool === name,
    run: ({ annotator }) => annotator.chooseTool(name),
  };
}

function noPoint({ annotator }: Hands): string | null {
  return annotator.view.getState().outline?.focused ? null : t('reasons.noPoint');
}

function nothingMoved({ annotator }: Hands): string | null {
  const { outline } = annotator.view.getState();
  return isOutlineMoved(outline) ? null : t('reasons.nothingMoved');
}

/** How many corners the open polygon has. */
function cornersOf({ draft }: ReturnType<Hands['annotator']['view']['getState']>): number {
  return draft?.kind === 'area' && draft.open ? draft.points.length : 0;
}
