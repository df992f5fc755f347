import type { StoreApi } from 'zustand/vanilla';
import { EMPTY_HISTORY } from '../../document/history-state.ts';
import { EMPTY_DOCUMENT } from '../../document/types.ts';
import type { AssembledProject } from '../../projects/assemble.ts';
import type { Pages, Release } from '../../projects/pages.ts';
import type { ProjectStore } from '../../projects/project-store.ts';
import { newHead } from '../../projects/records.ts';
import { NOTHING_SAVED, type Saver } from '../../projects/saver.ts';
import { dateFormat, t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { WHOLE_LIST } from '../state/listing.ts';
import { notify } from '../state/notices.ts';
import type { ProjectAccess } from './project-access.ts';
import type { ProjectList } from './project-list.ts';
import type { ProjectsState } from './projects-state.ts';

/** What is shown of the document. */
export interface Stage {
  showPhoto(photoId: string): Promise<void>;
  /** Nothing of the project is shown or being opened any more. */
  leaveProject(): void;
  /** Asks for the mask of the prompt in hand again. */
  refresh(): Promise<void>;
}

interface Parts {
  readonly store: ProjectStore;
  readonly pages: Pages;
  readonly saver: Saver;
  readonly list: Pick<ProjectList, 'refresh' | 'nextTurn'>;
  readonly access: ProjectAccess;
  readonly stage: Stage;
}

/** The project on the page, which is opened, begun and left one thing after the other. */
export interface Session {
  open(projectId: string): Promise<void>;
  /** Unless there is one, or nothing is kept. An empty name: it is called by the date. */
  create(name: string): Promise<void>;
  /** False: its last changes can't be written, and it stays. */
  leave(): Promise<boolean>;
  clearStage(): void;
}

export function createSession(
  { document, view }: Context,
  projects: StoreApi<ProjectsState>,
  { store, pages, saver, list, access, stage }: Parts,
): Session {
  function clearStage(): void {
    stage.leaveProject();
    view.setState({ listing: WHOLE_LIST, classId: null, unreadable: null });
  }

  async function leave(): Promise<boolean> {
    if (projects.getState().storage === 'none') return true;
    const shownId = view.getState().photo?.id;
    // First, since the time that was worked on the photo is written then.
    clearStage();
    if (!(await access.finish())) {
      notify(view, 'error', t('projects.notLeft'));
      if (shownId !== undefined) void stage.showPhoto(shownId);
      return false;
    }
    close();
    return true;
  }

  function close(): void {
    access.letGo();
    document.replace(EMPTY_DOCUMENT, EMPTY_HISTORY);
    projects.setState({ current: null, access: 'write' });
  }

  function showLast({ head, snapshot }: AssembledProject): void {
    const { photos } = snapshot.state;
    const shown = photos.find(({ id }) => id === head.shownId) ?? photos[0];
    view.setState({ classId: head.classId });
    if (shown) void stage.showPhoto(shown.id);
  }

  return {
    leave,
    clearStage,
    async open(projectId) {
      if (projects.getState().current?.id === projectId || !(await leave())) return;
      projects.setState({ isOpening: true, opened: 0 });
      let give: Release | null = null;
      try {
        give = await pages.tryClaim(projectId);
        const project = await store.read(projectId, showOpened(projects));
        if (!project) {
          give?.();
          return notify(view, 'error', t('projects.gone'));
        }
        await access.enter(project, give);
        if (give) await store.amend(projectId, { turn: list.nextTurn() });
        await list.refresh();
        showLast(project);
      } catch (error) {
        // Half of it must not be taken for all of it.
        close();
        give?.();
        notify(view, 'error', t('projects.notOpened', { reason: String(error) }));
      } finally {
        projects.setState({ isOpening: false });
      }
    },
    async create(name) {
      const { current, storage } = projects.getState();
      if (storage === 'none' || (current && current.revision > 0)) return;
      const taken = projects.getState().all.map((one) => one.name);
      const head = { ...newHead(untaken(name || dateName(), taken)), turn: list.nextTurn() };
      access.own(await pages.tryClaim(head.id));
      projects.setState({ current: head });
      saver.attach(head, NOTHING_SAVED);
    },
  };
}

function showOpened(projects: StoreApi<ProjectsState>): (share: number) => void {
  return (share) => {
    const opened = Math.round(100 * share);
    if (opened !== projects.getState().opened) projects.setState({ opened });
  };
}

/** "Harbour", "Harbour 2". */
function untaken(name: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(number === 1 ? name : `${name} ${number}`)) number++;
  return number === 1 ? name : `${name} ${number}`;
}

/** "Photos of 26 November". */
function dateName(): string {
  const date = dateFormat({ day: 'numeric', month: 'long' }).format(new Date());
  return t('projects.photosOf', { date });
}
