import type { StoreApi } from 'zustand/vanilla';
import type { Offline } from '../../offline/client.ts';
import type { OfflineStatus } from '../../offline/status.ts';
import { t } from '../../words/words.ts';
import type { ProjectVerbs } from '../projects/projects-state.ts';
import type { Context } from '../state/context.ts';
import { notify } from '../state/notices.ts';

export interface OfflineVerbs {
  readonly offline: StoreApi<OfflineStatus>;
  /** Keeps everything for use without a network, or what is still missing; the status says how it went. */
  keepOffline(): Promise<void>;
  /** The same as nobody asked for it, and not where the browser saves data. */
  keepOfflineUnasked(): Promise<void>;
  /** Reloads once where that brings threads, if nothing is open by then. */
  isolate(): Promise<void>;
  /** Changes to the version that waits, by a reload; does nothing while there is work that it would lose. */
  update(): Promise<void>;
  /** Opens the photos that were shared to the app. */
  openShared(): Promise<void>;
}

/** Keeps the app for offline use and changes to a new version; neither ever reloads the page under work. */
export function createOfflineVerbs(
  { document, view, engine }: Context,
  offline: Offline,
  openFiles: (files: readonly File[]) => Promise<void>,
  projects: ProjectVerbs['projects'],
): OfflineVerbs {
  /** What a reload would lose: what is not saved, or where nothing is saved whatever could be undone. */
  function hasWork(): boolean {
    const { storage, save } = projects.getState();
    if (storage === 'kept') return save.kind !== 'kept';
    return document.history.getState().done.length > 0;
  }
  function keep(isAsked: boolean): Promise<void> {
    const { backend } = engine.status.getState();
    return offline.keep({ withWebgpu: backend?.startsWith('webgpu') ?? false, isAsked });
  }

  document.history.subscribe(() => offline.tellWork(hasWork()));
  projects.subscribe(() => offline.tellWork(hasWork()));

  return {
    offline: offline.status,
    keepOffline: () => keep(true),
    keepOfflineUnasked: () => keep(false),
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
