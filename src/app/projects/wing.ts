import type { StoreApi } from 'zustand/vanilla';
import { EMPTY_HISTORY } from '../../document/history-state.ts';
import type { ProjectFiles } from '../../projects/file/client.ts';
import type { StoredFiles } from '../../projects/files.ts';
import type { FolderLinks } from '../../projects/folders.ts';
import type { Pages } from '../../projects/pages.ts';
import type { ProjectStore } from '../../projects/project-store.ts';
import type { ProjectHead } from '../../projects/records.ts';
import type { StoredReports } from '../../projects/reports.ts';
import { createSaver } from '../../projects/saver.ts';
import type { StoredThumbnails } from '../../projects/thumbnails.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import { createInTurn } from './in-turn.ts';
import { rememberPhoto } from './last-photo.ts';
import { createProjectAccess } from './project-access.ts';
import { createProjectFileVerbs } from './project-file.ts';
import { createProjectList } from './project-list.ts';
import type { ProjectsState, ProjectVerbs } from './projects-state.ts';
import { createSession, type Stage } from './session.ts';
import { startProjects } from './start.ts';
import { createStorageVerbs } from './storage.ts';
import { untilAnswered } from './until-answered.ts';

/** Where projects are kept. */
export interface ProjectParts {
  readonly store: ProjectStore;
  readonly files: StoredFiles;
  readonly thumbnails: StoredThumbnails;
  readonly reports: StoredReports;
  readonly projectFiles: ProjectFiles;
  readonly folders: FolderLinks;
  readonly pages: Pages;
  /** Tests must not be asked anything. */
  readonly mayAsk: boolean;
}

interface Projects {
  readonly verbs: ProjectVerbs;
  /**
   * Photos are about to be opened: they need a project. An empty name: it is called by the date.
   * False: the project can only be looked at, and the person is told.
   */
  begin(name: string): Promise<boolean>;
}

export function createProjects(
  context: Context,
  projects: StoreApi<ProjectsState>,
  places: ProjectParts,
  stage: Stage,
): Projects {
  const { document, view } = context;
  const { store, files, projectFiles, pages } = places;
  const inTurn = createInTurn();
  const saver = createSaver(document, store, onWritten, () => untilAnswered(view));
  const list = createProjectList(context, projects, places, () => inTurn(session.leave));
  const storage = createStorageVerbs(view, projects, places.mayAsk);
  const access = createProjectAccess(context, projects, { ...places, saver, stage, inTurn });
  const session = createSession(context, projects, { ...places, saver, list, access, stage });

  /** A window that keeps nothing has no list and nothing to write. */
  const isKept = () => projects.getState().storage === 'kept';

  function onWritten(head: ProjectHead): void {
    const isNew = projects.getState().current?.revision === 0;
    projects.setState({ current: head });
    pages.tell({ kind: 'written', projectId: head.id });
    if (isNew) void rememberPhoto(context, projects, store).then(list.refresh);
    // With labels there is something to lose; one thing after the other for a newcomer.
    if (head.objects > 0 && view.getState().tourStep === null) void storage.offerPersistence();
  }

  async function begin(name: string): Promise<boolean> {
    await session.create(name);
    const mayWrite = projects.getState().access === 'write';
    if (!mayWrite) notify(view, 'info', t('projects.readOnly'));
    return mayWrite;
  }

  const fileVerbs = createProjectFileVerbs(context, projects, {
    projectFiles,
    store,
    nextTurn: list.nextTurn,
    open: (projectId) => inTurn(() => session.open(projectId)),
    async show(state) {
      session.clearStage();
      document.replace(state, EMPTY_HISTORY);
      const [first] = state.photos;
      if (first) await stage.showPhoto(first.id);
    },
  });

  return {
    begin: (name) => inTurn(() => begin(name)),
    verbs: {
      projects,
      ...list.verbs,
      ...storage.verbs,
      ...fileVerbs,
      startProjects(opensLast) {
        const parts = { ...places, saver, list, access, session, inTurn };
        return inTurn(() => startProjects(context, projects, parts, opensLast));
      },
      openProject: (projectId) => inTurn(() => session.open(projectId)),
      closeProject: () =>
        inTurn(async () => {
          const hasLeft = await session.leave();
          if (hasLeft && isKept()) await list.refresh();
        }),
      takeOver: async () => askForProject(projects, pages),
      async saveAgain() {
        if (isKept()) await Promise.all([saver.retry(), files.retry()]);
      },
      async unlockPhoto(photoId) {
        if (!(await files.unlock(photoId))) return;
        view.setState({ unreadable: null });
        context.thumbnails.forgetBroken();
        await stage.showPhoto(photoId);
      },
    },
  };
}

/** The page that writes the project hands it over, once everything is written. */
function askForProject(projects: StoreApi<ProjectsState>, pages: Pages): void {
  const { current, access } = projects.getState();
  if (!current || access !== 'read') return;
  projects.setState({ access: 'waiting' });
  pages.tell({ kind: 'hand-over', projectId: current.id });
}
