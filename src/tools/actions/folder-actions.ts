import { t } from '../../words/words.ts';
import type { Hands } from './action.ts';
import { actionSet } from './action-set.ts';

export const folderActions = actionSet('folder', {
  workInFolder: {
    keys: ['Shift+F'],
    mouse: 'projectMenu',
    touch: 'projectMenu',
    run: ({ annotator }) => annotator.showFolder(true),
  },
  reconnectFolder: {
    whyNot: ({ annotator }) =>
      annotator.folder.getState().phase === 'locked' ? null : t('folder.notLocked'),
    run: ({ annotator }) => void annotator.reconnectFolder(),
  },
  checkFolder: {
    whyNot: noFolder,
    run: ({ annotator }) => void annotator.checkFolder(),
  },
  leaveFolder: {
    whyNot: noFolder,
    run: ({ annotator }) => void annotator.leaveFolder(),
  },
});

function noFolder({ annotator }: Hands): string | null {
  return annotator.folder.getState().phase === 'connected' ? null : t('folder.none');
}
