import type { Offline } from '../offline/client.ts';
import { t } from '../words/words.ts';
import type { Annotator } from './annotator.ts';
import type { Context } from './state/context.ts';
import { notify } from './state/notices.ts';

type OfflineVerbs = Pick<
  Annotator,
  'offline' | 'keepOffline' | 'isolate' | 'update' | 'openShared'
>;

/** Keeps the app for offline use and changes to a new version; neither ever reloads the page under work. */
export function createOfflineVerbs(
  { document, view, engine }: Context,
  offline: Offline,
  openFiles: Annotator['openFiles'],
  projects: Annotator['projects'],
): OfflineVerbs {
  /** What a reload would lose: what is not saved, or where nothing is saved whatever could be undone. */
  function hasWork(): boolean {
    const { storage, save } = projects.getState();
    if (storage === 'kept') return save.kind !== 'kept';
    return document.history.getState().done.length > 0;
  }
  document.history.subscribe(() => offline.tellWork(hasWork()));
  projects.subscribe(() => offline.tellWork(hasWork()));

  return {
    offline: offline.status,
    keepOffline() {
      const { backend } = engine.status.getState();
      return offline.keep({ withWebgpu: backend?.startsWith('webgpu') ?? false });
    },
    async isolate() {
      if (!(await offline.canIsolate())) return;
      const isEmpty = document.state.getState().photos.length === 0;
      if (isEmpty && view.getState().opening === null) offline.reload();
    },
    async update() {
      if (hasWork()) return;
      if (await offline.isWorkElsewhere()) return notify(view, 'warning', t('page.busyElsewhere'));
      await offline.update();
      offline.reload();
    },
    async openShared() {
      const photos = await offline.takeShared();
      if (photos.length > 0) await openFiles(photos);
    },
  };
}
