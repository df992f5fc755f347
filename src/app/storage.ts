import type { StoreApi } from 'zustand/vanilla';
import type { ProjectsState, ProjectVerbs } from './projects-state.ts';

interface StorageVerbs {
  readonly verbs: Pick<ProjectVerbs, 'measureStorage'>;
  /** Asks the browser, once a visit, not to clear the projects when the disk runs full. */
  persist(): Promise<void>;
}

export function createStorageVerbs(
  projects: StoreApi<ProjectsState>,
  mayAsk: boolean,
): StorageVerbs {
  let isAsked = false;

  return {
    async persist() {
      if (isAsked || !mayAsk || !navigator.storage?.persist) return;
      isAsked = true;
      const isPersistent =
        (await navigator.storage.persisted()) || (await navigator.storage.persist());
      projects.setState({ persistence: isPersistent ? 'granted' : 'refused' });
    },
    verbs: {
      async measureStorage() {
        const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
        projects.setState({ usage: { used: usage, most: quota } });
      },
    },
  };
}
