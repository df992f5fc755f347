import type { StoreApi } from 'zustand/vanilla';
import { EMPTY_DOCUMENT } from '../../document/types.ts';
import type { StoredFiles } from '../../projects/files.ts';
import type { Pages } from '../../projects/pages.ts';
import type { ProjectStore } from '../../projects/project-store.ts';
import type { Saver } from '../../projects/saver.ts';
import { worstOf } from '../../projects/saving.ts';
import type { Context } from '../state/context.ts';
import { saveHasProjects } from '../state/settings.ts';
import type { InTurn } from './in-turn.ts';
import { rememberClass, rememberPhoto } from './last-photo.ts';
import type { ProjectAccess } from './project-access.ts';
import type { ProjectList } from './project-list.ts';
import type { ProjectsState } from './projects-state.ts';
import type { Session } from './session.ts';

interface Parts {
  readonly store: ProjectStore;
  readonly files: StoredFiles;
  readonly pages: Pages;
  readonly saver: Saver;
  readonly list: Pick<ProjectList, 'refresh'>;
  readonly access: ProjectAccess;
  readonly session: Session;
  readonly inTurn: InTurn;
}

/** Once a page: looks what is kept, follows what changes, and opens the last project if it should. */
export async function startProjects(
  context: Context,
  projects: StoreApi<ProjectsState>,
  parts: Parts,
  opensLast: boolean,
): Promise<void> {
  const { store, pages, list, session } = parts;
  try {
    // On a full disk even that may fail; then it is done another time.
    await pages.ifAlone(() => store.purge().catch(() => {}));
    await list.refresh();
  } catch {
    // The browser keeps nothing: all the same, everything works as long as the page is open.
    return projects.setState({ isOpening: false });
  }
  projects.setState({ storage: 'kept' });
  const note = ({ all }: ProjectsState) => saveHasProjects(all.length > 0);
  note(projects.getState());
  projects.subscribe(note);
  listen(parts);
  follow(context, projects, parts);
  const [last] = projects.getState().all;
  if (last && opensLast) await session.open(last.id);
  projects.setState({ isOpening: false });
}

/** To the other pages of the app. */
function listen({ pages, list, access, inTurn }: Parts): void {
  let isFollowing = false;
  pages.listen((message) => {
    if (message.kind === 'listed') return void list.refresh();
    if (message.kind === 'hand-over') return void inTurn(() => access.handOver(message.projectId));
    if (isFollowing) return;
    isFollowing = true;
    void inTurn(() => {
      isFollowing = false;
      return access.follow(message.projectId);
    });
  });
}

/** What is done on this page. */
function follow(
  context: Context,
  projects: StoreApi<ProjectsState>,
  { saver, files, store, session, inTurn }: Parts,
): void {
  const showSaving = () =>
    projects.setState({ save: worstOf(saver.status.getState(), files.status.getState()) });
  saver.status.subscribe(showSaving);
  files.status.subscribe(showSaving);
  // Not only photos need a project: classes can be made before there is one.
  context.document.state.subscribe((state) => {
    if (!projects.getState().current && state !== EMPTY_DOCUMENT)
      void inTurn(() => session.create(''));
  });
  context.view.subscribe(({ photo, classId }, before) => {
    if (photo?.id !== before.photo?.id) void rememberPhoto(context, projects, store);
    if (classId !== before.classId) void rememberClass(context, projects, store);
  });
}
