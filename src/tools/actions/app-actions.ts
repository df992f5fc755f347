import { t } from '../../words/words.ts';
import { canTakeBackPoint, undo } from '../undo.ts';
import { actionSet } from './action-set.ts';

/** History, data sets, and the app itself. */
export const appActions = actionSet('app', {
  undo: {
    keys: ['Mod+Z'],
    touch: 'twoFingerTap',
    whyNot: ({ annotator }) =>
      annotator.canUndo() || canTakeBackPoint(annotator) ? null : t('reasons.nothingToUndo'),
    run: ({ annotator }) => undo(annotator),
  },
  redo: {
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    touch: 'threeFingerTap',
    whyNot: ({ annotator }) => (annotator.canRedo() ? null : t('reasons.nothingToRedo')),
    run: ({ annotator }) => void annotator.redo(),
  },
  export: {
    keys: ['Mod+E'],
    mouse: 'topBar',
    touch: 'topBar',
    run: ({ shell }) => shell.show('export'),
  },
  import: {
    keys: ['Mod+I'],
    mouse: 'drop',
    touch: 'exportDialog',
    run: ({ shell }) => shell.show('import'),
  },
  statistics: {
    mouse: 'topBar',
    touch: 'filmstrip',
    run: ({ shell }) => shell.show('statistics'),
  },
  keepOffline: {
    run: ({ annotator }) => void annotator.keepOffline(),
  },
  update: {
    whyNot: ({ annotator }) =>
      annotator.offline.getState().hasUpdate ? null : t('reasons.isNewest'),
    run: ({ annotator }) => void annotator.update(),
  },
  palette: {
    keys: ['Mod+K', 'Mod+Shift+P'],
    mouse: 'topBar',
    touch: 'topBar',
    run: ({ shell }) => shell.show('palette'),
  },
  shortcuts: {
    keys: ['?'],
    mouse: 'topBar',
    run: ({ shell }) => shell.show('shortcuts'),
  },
  tour: {
    run: ({ annotator }) => annotator.startTour(),
  },
  resetKeys: {
    whyNot: ({ annotator }) =>
      Object.keys(annotator.view.getState().keys).length > 0 ? null : t('reasons.noKeysChanged'),
    run: ({ annotator }) => annotator.setKeys({}),
  },
  report: {
    mouse: 'modelPanel',
    touch: 'modelPanel',
    run: ({ shell }) => void shell.copyReport(),
  },
});
