import type { Tool } from '../../app/editing/editing-verbs.ts';
import { stepBrush } from '../brush-size.ts';
import type { Action, ActionSet, Hands } from './action.ts';
import { noPhoto } from './reasons.ts';

export const toolActions = {
  promptTool: tool('prompt', 'Prompt: ask the model', 'V'),
  brush: tool('brush', 'Brush', 'B'),
  eraser: tool('eraser', 'Eraser', 'X'),
  polygon: tool('polygon', 'Polygon', 'P'),
  lasso: tool('lasso', 'Lasso', 'L'),
  rectangle: tool('rectangle', 'Rectangle', 'R'),
  hand: tool('hand', 'Hand: pan the photo'),
  largerBrush: {
    title: 'Larger brush',
    keys: [']'],
    repeats: true,
    mouse: 'Shift+wheel',
    touch: 'slider',
    run: ({ annotator }) => stepBrush(annotator, 1),
  },
  smallerBrush: {
    title: 'Smaller brush',
    keys: ['['],
    repeats: true,
    mouse: 'Shift+wheel',
    touch: 'slider',
    run: ({ annotator }) => stepBrush(annotator, -1),
  },
  areaSubtracts: {
    title: 'Polygon, lasso and rectangle take away',
    mouse: 'Alt+drag, right drag',
    touch: 'Subtract',
    isOn: ({ annotator }) => annotator.view.getState().areaMode === 'subtract',
    run({ annotator }) {
      const { areaMode } = annotator.view.getState();
      annotator.setAreaMode(areaMode === 'add' ? 'subtract' : 'add');
    },
  },
  closePolygon: {
    title: 'Close the polygon',
    mouse: 'first corner, double-click',
    touch: 'first corner, ✓',
    whyNot: ({ annotator }) =>
      cornersOf(annotator.view.getState()) >= 3 ? null : 'Set three corners first',
    run: ({ annotator }) => annotator.applyDraft(),
  },
  takeBackCorner: {
    title: 'Take the last corner back, else delete the selected',
    keys: ['Backspace'],
    touch: '↶',
    whyNot: noPhoto,
    run({ annotator }) {
      if (annotator.takeBackCorner()) return;
      annotator.deleteObjects(annotator.view.getState().selectedObjectIds);
    },
  },
  noOverlap: {
    title: 'No overlap: masks leave other objects’ pixels alone',
    isOn: ({ annotator }) => annotator.view.getState().noOverlap,
    run: ({ annotator }) => annotator.setNoOverlap(!annotator.view.getState().noOverlap),
  },
} as const satisfies ActionSet;

function tool(name: Tool, title: string, ...keys: readonly string[]): Action {
  return {
    title,
    keys,
    mouse: 'tool rail',
    touch: 'tool row',
    whyNot: noPhoto,
    isOn: ({ annotator }) => annotator.view.getState().tool === name,
    run: ({ annotator }) => annotator.chooseTool(name),
  };
}

/** Of the open polygon. */
function cornersOf({ draft }: ReturnType<Hands['annotator']['view']['getState']>): number {
  return draft?.kind === 'area' && draft.open ? draft.points.length : 0;
}
