import type { ViewState } from '../../app/view.ts';
import { moveCursor, toggleCursor } from '../cursor.ts';
import type { Action, ActionSet } from './action.ts';
import { noPhoto } from './reasons.ts';

const ZOOM_STEP = 1.25;
/** CSS pixels. */
const PAN_STEP = 64;
const CURSOR_STEP = 12;

export const viewActions = {
  zoomIn: zoom('Zoom in', ZOOM_STEP, '+', '='),
  zoomOut: zoom('Zoom out', 1 / ZOOM_STEP, '-'),
  fit: {
    title: 'Fit the photo',
    keys: ['Shift+0'],
    whyNot: noPhoto,
    run: ({ annotator }) => annotator.fit(),
  },
  actualSize: {
    title: 'Actual pixels',
    keys: ['Shift+1'],
    whyNot: noPhoto,
    run: ({ annotator }) => annotator.actualSize(),
  },
  crosshair: {
    title: 'Crosshair for the arrow keys',
    keys: ['K'],
    whyNot: noPhoto,
    isOn: ({ stage }) => stage.getState().cursor !== null,
    run: ({ annotator, stage }) => toggleCursor(annotator, stage),
  },
  left: arrow('Left: pan, or move the crosshair', 'ArrowLeft', -1, 0),
  right: arrow('Right: pan, or move the crosshair', 'ArrowRight', 1, 0),
  up: arrow('Up: pan, or move the crosshair', 'ArrowUp', 0, -1),
  down: arrow('Down: pan, or move the crosshair', 'ArrowDown', 0, 1),
  leftFine: arrow('Left by a pixel of the screen', 'Shift+ArrowLeft', -1, 0, 1),
  rightFine: arrow('Right by a pixel of the screen', 'Shift+ArrowRight', 1, 0, 1),
  upFine: arrow('Up by a pixel of the screen', 'Shift+ArrowUp', 0, -1, 1),
  downFine: arrow('Down by a pixel of the screen', 'Shift+ArrowDown', 0, 1, 1),
  inspector: {
    title: 'Show the panel',
    mouse: 'top bar',
    touch: 'top bar',
    isOn: ({ shell }) => shell.state.getState().isInspectorOpen,
    run: ({ shell }) => shell.toggleInspector(),
  },
  filmstrip: {
    title: 'Show the filmstrip',
    mouse: 'counter',
    touch: 'counter',
    whyNot: noPhoto,
    isOn: ({ shell }) => shell.state.getState().isFilmstripOpen,
    run: ({ shell }) => shell.toggleFilmstrip(),
  },
  themeSystem: theme('system', 'Theme: as the system'),
  themeLight: theme('light', 'Theme: light'),
  themeDark: theme('dark', 'Theme: dark'),
  themeContrast: theme('contrast', 'Theme: high contrast'),
} as const satisfies ActionSet;

function zoom(title: string, factor: number, ...keys: readonly string[]): Action {
  return {
    title,
    keys,
    repeats: true,
    mouse: 'wheel',
    touch: 'pinch',
    whyNot: noPhoto,
    run: ({ annotator }) => annotator.zoomBy(factor, null),
  };
}

function arrow(title: string, key: string, x: number, y: number, step = CURSOR_STEP): Action {
  return {
    title,
    keys: [key],
    isOnStage: true,
    isFixed: true,
    repeats: true,
    mouse: 'space+drag, middle drag',
    touch: 'slide, two fingers',
    whyNot: noPhoto,
    run({ annotator, stage }) {
      if (!stage.getState().cursor) annotator.panBy(-x * PAN_STEP, -y * PAN_STEP);
      else moveCursor(annotator, stage, { dx: x * step, dy: y * step });
    },
  };
}

function theme(choice: ViewState['theme'], title: string): Action {
  return {
    title,
    mouse: 'top bar',
    touch: 'top bar',
    isOn: ({ annotator }) => annotator.view.getState().theme === choice,
    run: ({ annotator }) => annotator.setTheme(choice),
  };
}
