import type { ActionSet } from './action.ts';

/** History, data sets, and the app itself. */
export const appActions = {
  undo: {
    title: 'Undo',
    keys: ['Mod+Z'],
    touch: 'two-finger tap',
    whyNot: ({ annotator }) => (annotator.canUndo() ? null : 'There is nothing to undo'),
    run: ({ annotator }) => void annotator.undo(),
  },
  redo: {
    title: 'Redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    touch: 'three-finger tap',
    whyNot: ({ annotator }) => (annotator.canRedo() ? null : 'There is nothing to redo'),
    run: ({ annotator }) => void annotator.redo(),
  },
  export: {
    title: 'Export data set',
    keys: ['Mod+E'],
    mouse: 'top bar',
    touch: 'top bar',
    run: ({ shell }) => shell.showExport(),
  },
  import: {
    title: 'Import labels',
    keys: ['Mod+I'],
    mouse: 'drop',
    touch: 'in the export dialog',
    run: ({ shell }) => shell.showImport(),
  },
  statistics: {
    title: 'Statistics',
    mouse: 'top bar',
    touch: 'filmstrip',
    run: ({ shell }) => shell.showStatistics(),
  },
  keepOffline: {
    title: 'Keep everything for use without a network',
    run: ({ annotator }) => void annotator.keepOffline(),
  },
  update: {
    title: 'Change to the new version',
    whyNot: ({ annotator }) =>
      annotator.offline.getState().hasUpdate ? null : 'This is the newest version',
    run: ({ annotator }) => void annotator.update(),
  },
  palette: {
    title: 'Search actions',
    keys: ['Mod+K', 'Mod+Shift+P'],
    mouse: 'top bar',
    touch: 'top bar',
    run: ({ shell }) => shell.showPalette(),
  },
  shortcuts: {
    title: 'Keys and gestures',
    keys: ['?'],
    mouse: 'top bar',
    run: ({ shell }) => shell.showShortcuts(),
  },
  tour: {
    title: 'Show the tour',
    run: ({ annotator }) => annotator.startTour(),
  },
  resetKeys: {
    title: 'Reset all keys',
    whyNot: ({ annotator }) =>
      Object.keys(annotator.view.getState().keys).length > 0 ? null : 'No key was changed',
    run: ({ annotator }) => annotator.setKeys({}),
  },
  report: {
    title: 'Copy a report for the developers',
    mouse: 'Model panel',
    touch: 'Model panel',
    run: ({ shell }) => void shell.copyReport(),
  },
} as const satisfies ActionSet;
