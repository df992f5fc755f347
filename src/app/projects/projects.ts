import { createStore, type StoreApi } from 'zustand/vanilla';
import { EMPTY_HISTORY } from '../../document/document.ts';
import { EMPTY_DOCUMENT } from '../../document/types.ts';
import type { AssembledProject } from '../../projects/assemble.ts';
import type { ProjectFiles } from '../../projects/file/client.ts';
import type { StoredFiles } from '../../projects/files.ts';
import type { Pages } from '../../projects/pages.ts';
import { newHead, type ProjectHead } from '../../projects/records.ts';
import { createSaver, NOTHING_SAVED } from '../../projects/saver.ts';
import { worstOf } from '../../projects/saving.ts';
import type { ProjectStore } from '../../projects/store.ts';
import type { StoredThumbnails } from '../../projects/thumbnails.ts';
import { dateFormat, t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { WHOLE_LIST } from '../state/listing.ts';
import { notify } from '../state/notices.ts';
import { createProjectAccess } from './project-access.ts';
import { createProjectFileVerbs } from './project-file.ts';
import { createProjectList } from './project-list.ts';
import { pictureOf } from './project-picture.ts';
import type { ProjectsState, ProjectVerbs } from './projects-state.ts';
import { createStorageVerbs } from './storage.ts';
import { untilAnswered } from './until-answered.ts';

/** Where projects are kept. */
export interface ProjectParts {
  readonly store: ProjectStore;
  readonly files: StoredFiles;
  readonly thumbnails: StoredThumbnails;
  readonly projectFiles: ProjectFiles;
  readonly pages: Pages;
  /** Tests must not be asked anything. */
  readonly mayAsk: boolean;
}

/** What is shown of the document. */
interface Stage {
  showPhoto(photoId: string): Promise<void>;
  /** Nothing of the project is shown or being opened any more. */
  leaveProject(): void;
  refresh(): Promise<void>;
}

export interface ProjectSession extends ProjectVerbs {
  /**
   * Photos are about to be opened: they need a project. An empty name: it is called by the date.
   * False: the project can only be looked at, and the person is told.
   */
  begin(name: string): Promise<boolean>;
}

export function createProjects(
  context: Context,
  { store, files, projectFiles, pages, mayAsk }: ProjectParts,
  stage: Stage,
): ProjectSession {
  const { document, view, thumbnails } = context;
  const projects: StoreApi<ProjectsState> = createStore<ProjectsState>(() => ({
    isOpening: false,
    current: null,
    all: [],
    storage: 'none',
    access: 'write',
    save: { kind: 'kept' },
    persistence: 'unknown',
    usage: null,
    transfer: null,
  }));
  const saver = createSaver(document, store, onWritten, () => untilAnswered(view));
  const list = createProjectList(context, projects, { store, pages }, () => inTurn(leave));
  const storage = createStorageVerbs(view, projects, mayAsk);
  /** What opens and closes projects happens one after the other. */
  let turn: Promise<unknown> = Promise.resolve();

  const access = createProjectAccess(context, projects, {
    store,
    files,
    pages,
    saver,
    show,
    refresh: stage.refresh,
    inTurn,
  });

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work);
    turn = next.catch(() => {});
    return next;
  }

  const currentId = () => projects.getState().current?.id;

  function onWritten(head: ProjectHead): void {
    const isNew = projects.getState().current?.revision === 0;
    projects.setState({ current: head });
    pages.tell({ kind: 'written', projectId: head.id });
    if (isNew) void rememberPhoto().then(list.refresh);
    // With labels there is something to lose; one thing after the other for a newcomer.
    if (head.objects > 0 && view.getState().tourStep === null) void storage.offerPersistence();
  }

  function showSaving(): void {
    projects.setState({ save: worstOf(saver.status.getState(), files.status.getState()) });
  }

  async function rememberPhoto(): Promise<void> {
    const { current, access: how } = projects.getState();
    const shownId = view.getState().photo?.id;
    if (!current || current.revision === 0 || how !== 'write' || shownId === undefined) return;
    const picture = current.picture ?? (await pictureOf(thumbnails.store.getState().get(shownId)));
    await store.amend(current.id, { shownId, picture }).catch(() => {});
  }

  function clearStage(): void {
    stage.leaveProject();
    view.setState({ listing: WHOLE_LIST, classId: null, unreadable: null });
  }

  /** False: its last changes can't be written, and it stays. */
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

  function show({ head, snapshot }: AssembledProject): void {
    document.replace(snapshot.state, snapshot.history);
    projects.setState({ current: head });
  }

  async function open(projectId: string): Promise<void> {
    if (currentId() === projectId || !(await leave())) return;
    projects.setState({ isOpening: true });
    const give = await pages.tryClaim(projectId);
    try {
      const project = await store.read(projectId);
      if (!project) {
        give?.();
        return notify(view, 'error', t('projects.gone'));
      }
      show(project);
      if (give) await access.write(project, give);
      else access.onlyRead(projectId);
      if (give) await store.amend(projectId, { turn: list.nextTurn() });
      await list.refresh();
      const { shownId } = project.head;
      const { photos } = project.snapshot.state;
      const shown = photos.find(({ id }) => id === shownId) ?? photos[0];
      if (shown) void stage.showPhoto(shown.id);
    } catch (error) {
      // Half of it must not be taken for all of it.
      close();
      give?.();
      notify(view, 'error', t('projects.notOpened', { reason: String(error) }));
    } finally {
      projects.setState({ isOpening: false });
    }
  }

  async function create(name: string): Promise<void> {
    const { current, storage: kept } = projects.getState();
    if (kept === 'none' || (current && current.revision > 0)) return;
    const head = { ...newHead(name || dateName()), turn: list.nextTurn() };
    access.own(await pages.tryClaim(head.id));
    projects.setState({ current: head });
    saver.attach(head, NOTHING_SAVED);
  }

  function listen(): void {
    let isFollowing = false;
    pages.listen((message) => {
      if (message.kind === 'listed') return void list.refresh();
      if (message.kind === 'hand-over')
        return void inTurn(() => access.handOver(message.projectId));
      if (isFollowing) return;
      isFollowing = true;
      void inTurn(() => {
        isFollowing = false;
        return access.follow(message.projectId);
      });
    });
  }

  async function start(opensLast: boolean): Promise<void> {
    try {
      // On a full disk even that may fail; then it is done another time.
      await pages.ifAlone(() => store.purge().catch(() => {}));
      await list.refresh();
    } catch {
      // The browser keeps nothing: all the same, everything works as long as the page is open.
      return projects.setState({ isOpening: false });
    }
    projects.setState({ storage: 'kept' });
    listen();
    saver.status.subscribe(showSaving);
    files.status.subscribe(showSaving);
    // Not only photos need a project: classes can be made before there is one.
    document.state.subscribe((state) => {
      if (!projects.getState().current && state !== EMPTY_DOCUMENT) void inTurn(() => create(''));
    });
    view.subscribe(({ photo }, { photo: before }) => {
      if (photo?.id !== before?.id) void rememberPhoto();
    });
    const [last] = projects.getState().all;
    if (last && opensLast) await open(last.id);
    projects.setState({ isOpening: false });
  }

  const fileVerbs = createProjectFileVerbs(context, projects, {
    projectFiles,
    store,
    nextTurn: list.nextTurn,
    open: (projectId) => inTurn(() => open(projectId)),
    async show(state) {
      clearStage();
      document.replace(state, EMPTY_HISTORY);
      const [first] = state.photos;
      if (first) await stage.showPhoto(first.id);
    },
  });

  return {
    projects,
    ...list.verbs,
    ...storage.verbs,
    ...fileVerbs,
    begin: (name) =>
      inTurn(async () => {
        await create(name);
        const mayWrite = projects.getState().access === 'write';
        if (!mayWrite) notify(view, 'info', t('projects.readOnly'));
        return mayWrite;
      }),
    startProjects(opensLast) {
      projects.setState({ isOpening: true });
      return inTurn(() => start(opensLast));
    },
    openProject: (projectId) => inTurn(() => open(projectId)),
    closeProject: () =>
      inTurn(async () => {
        if (await leave()) await list.refresh();
      }),
    async takeOver() {
      const { current, access: how } = projects.getState();
      if (!current || how !== 'read') return;
      projects.setState({ access: 'waiting' });
      pages.tell({ kind: 'hand-over', projectId: current.id });
    },
    async saveAgain() {
      await Promise.all([saver.retry(), files.retry()]);
    },
    async unlockPhoto(photoId) {
      if (!(await files.unlock(photoId))) return;
      view.setState({ unreadable: null });
      thumbnails.forgetBroken();
      await stage.showPhoto(photoId);
    },
  };
}

/** "Photos of 26 November". */
function dateName(): string {
  const date = dateFormat({ day: 'numeric', month: 'long' }).format(new Date());
  return t('projects.photosOf', { date });
}
