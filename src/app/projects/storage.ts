import type { StoreApi } from 'zustand/vanilla';
import { notify } from '../notices.ts';
import type { ViewState } from '../view.ts';
import type { ProjectsState, ProjectVerbs } from './projects-state.ts';

interface StorageVerbs {
  readonly verbs: Pick<ProjectVerbs, 'measureStorage'>;
  /** Once a visit, at its first save of labels: offers, with the reason, to ask the browser to keep projects for good. */
  offerPersistence(): Promise<void>;
}

const REASON =
  'Saved in this browser, which may clear it when the disk runs full, unless it is asked to keep it for good.';
const GRANTED = 'The browser keeps your projects for good.';
const REFUSED =
  'The browser does not promise to keep your projects when the disk runs full: save a project file now and then.';

/** Said once a browser. */
const OFFERED_KEY = 'robustsam-annotator.persistence-offered';

export function createStorageVerbs(
  view: StoreApi<ViewState>,
  projects: StoreApi<ProjectsState>,
  mayAsk: boolean,
): StorageVerbs {
  let isDone = false;

  async function persist(): Promise<void> {
    const isGranted = await navigator.storage.persist();
    projects.setState({ persistence: isGranted ? 'granted' : 'refused' });
    notify(view, 'info', isGranted ? GRANTED : REFUSED);
  }

  return {
    async offerPersistence() {
      if (isDone || !mayAsk || !navigator.storage?.persist) return;
      isDone = true;
      const isGranted = await navigator.storage.persisted();
      projects.setState({ persistence: isGranted ? 'granted' : 'refused' });
      if (isGranted || wasOffered()) return;
      // Some browsers ask the person then, who has read the reason and clicked for it.
      notify(view, 'info', REASON, { label: 'Keep for good', run: persist });
    },
    verbs: {
      async measureStorage() {
        const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
        projects.setState({ usage: { used: usage, most: quota } });
      },
    },
  };
}

function wasOffered(): boolean {
  try {
    const was = localStorage.getItem(OFFERED_KEY) !== null;
    localStorage.setItem(OFFERED_KEY, 'yes');
    return was;
  } catch {
    return true;
  }
}
