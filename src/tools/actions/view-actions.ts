import { DEFAULT_LOOK, opacityStep } from '../../app/state/mask-look.ts';
import type { ViewState } from '../../app/state/view.ts';
import { moveCursor, toggleCursor } from '../cursor.ts';
import { actionSet, type Untitled } from './action-set.ts';
import { noPhoto } from './reasons.ts';

const ZOOM_STEP = 1.25;
/** CSS pixels. */
const PAN_STEP = 64;
const CURSOR_STEP = 12;

export const viewActions = actionSet('view', {
  zoomIn: zoom(ZOOM_STEP, '+', '='),
  zoomOut: zoom(1 / ZOOM_STEP, '-'),
  fit: {
    keys: ['Shift+0'],
    whyNot: noPhoto,
    run: ({ annotator }) => annotator.fit(),
  },
  actualSize: {
    keys: ['Shift+1'],
    whyNot: noPhoto,
    run: ({ annotator }) => annotator.actualSize(),
  },
  crosshair: {
    keys: ['K'],
    whyNot: noPhoto,
    isOn: ({ stage }) => stage.getState().cursor !== null,
    run: ({ annotator, stage }) => toggleCursor(annotator, stage),
  },
  left: arrow('ArrowLeft', -1, 0),
  right: arrow('ArrowRight', 1, 0),
  up: arrow('ArrowUp', 0, -1),
  down: arrow('ArrowDown', 0, 1),
  leftFine: arrow('Shift+ArrowLeft', -1, 0, 1),
  rightFine: arrow('Shift+ArrowRight', 1, 0, 1),
  upFine: arrow('Shift+ArrowUp', 0, -1, 1),
  downFine: arrow('Shift+ArrowDown', 0, 1, 1),
  colorByObject: {
    keys: ['Shift+O'],
    isOn: ({ annotator }) => annotator.view.getState().maskLook.colorBy === 'object',
    run({ annotator }) {
      const { colorBy } = annotator.view.getState().maskLook;
      annotator.setMaskLook({ colorBy: colorBy === 'class' ? 'object' : 'class' });
    },
  },
  outlineOnly: {
    keys: ['O'],
    isOn: ({ annotator }) => annotator.view.getState().maskLook.opacity === 0,
    run({ annotator }) {
      const { opacity } = annotator.view.getState().maskLook;
      annotator.setMaskLook({ opacity: opacity === 0 ? DEFAULT_LOOK.opacity : 0 });
    },
  },
  moreOpaque: opacity('.', 1),
  lessOpaque: opacity(',', -1),
  nextPart: {
    keys: ['F6'],
    repeats: true,
    run: ({ shell }) => shell.goToPart(1),
  },
  previousPart: {
    keys: ['Shift+F6'],
    repeats: true,
    run: ({ shell }) => shell.goToPart(-1),
  },
  inspector: {
    mouse: 'topBar',
    touch: 'topBar',
    isOn: ({ shell }) => shell.state.getState().isInspectorOpen,
    run: ({ shell }) => shell.toggleInspector(),
  },
  filmstrip: {
    mouse: 'counter',
    touch: 'counter',
    whyNot: noPhoto,
    isOn: ({ shell }) => shell.state.getState().isFilmstripOpen,
    run: ({ shell }) => shell.toggleFilmstrip(),
  },
  themeSystem: theme('system'),
  themeLight: theme('light'),
  themeDark: theme('dark'),
  themeContrast: theme('contrast'),
});

function opacity(key: string, by: 1 | -1): Untitled {
  return {
    keys: [key],
    repeats: true,
    run({ annotator }) {
      const { maskLook } = annotator.view.getState();
      annotator.setMaskLook({ opacity: opacityStep(maskLook.opacity, by) });
    },
  };
}

function zoom(factor: number, ...keys: readonly string[]): Untitled {
  return {
    keys,
    repeats: true,
    mouse: 'wheel',
    touch: 'pinch',
    whyNot: noPhoto,
    run: ({ annotator }) => annotator.zoomBy(factor, null),
  };
}

function arrow(key: string, x: number, y: number, step = CURSOR_STEP): Untitled {
  return {
    keys: [key],
    isOnStage: true,
    isFixed: true,
    repeats: true,
    mouse: 'spaceDrag',
    touch: 'slideOrTwoFingers',
    whyNot: noPhoto,
    run({ annotator, stage }) {
      const { outline, viewport } = annotator.view.getState();
      const by = { dx: x * step, dy: y * step };
      if (outline?.focused) annotator.nudgeHandle(by.dx / viewport.scale, by.dy / viewport.scale);
      else if (!stage.getState().cursor) annotator.panBy(-x * PAN_STEP, -y * PAN_STEP);
      else moveCursor(annotator, stage, by);
    },
  };
}

function theme(choice: ViewState['theme']): Untitled {
  return {
    mouse: 'topBar',
    touch: 'topBar',
    isOn: ({ annotator }) => annotator.view.getState().theme === choice,
    run: ({ annotator }) => annotator.setTheme(choice),
  };
}
