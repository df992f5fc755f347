import type { StoreApi } from 'zustand/vanilla';
import { t } from '../../words/words.ts';
import { notify } from '../state/notices.ts';
import type { ViewState } from '../state/view.ts';
import type { ProjectsState, ProjectVerbs } from './projects-state.ts';

interface StorageVerbs {
  readonly verbs: Pick<ProjectVerbs, 'measureStorage'>;
  /** Once a visit, at its first save of labels: offers, with the reason, to ask the browser to keep projects for good. */
  offerPersistence(): Promise<void>;
}

/** Said once a browser. */
const OFFERED_KEY = 'robustsam-annotator.persistence-offered';

export function createStorageVerbs(
  view: StoreApi<ViewState>,
  projects: StoreApi<ProjectsState>,
  mayAsk: boolean,
): StorageVerbs {
  let isDone = false;

  async function persist(): Promise<void> {
    const isGranted = await navigator.storage.persist().catch(() => false);
    const persistence = isGranted ? 'granted' : 'refused';
    projects.setState({ persistence });
    notify(view, 'info', t(`projects.storage.${persistence}`));
  }

  return {
    async offerPersistence() {
      if (isDone || !mayAsk || !navigator.storage?.persist) return;
      isDone = true;
      const isGranted = await navigator.storage.persisted().catch(() => false);
      projects.setState({ persistence: isGranted ? 'granted' : 'refused' });
      if (isGranted || wasOffered()) return;
      // Some browsers ask the person then, who has read the reason and clicked for it.
      const action = { label: t('projects.storage.keep'), run: persist };
      notify(view, 'info', t('projects.storage.reason'), action);
    },
    verbs: {
      async measureStorage() {
        const { usage = 0, quota = 0 } =
          (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
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
