import type { StoreApi } from 'zustand/vanilla';
import type { AssembledProject } from '../../projects/assemble.ts';
import type { StoredFiles } from '../../projects/files.ts';
import type { Pages, Release } from '../../projects/pages.ts';
import type { ProjectStore } from '../../projects/project-store.ts';
import type { Saver } from '../../projects/saver.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import type { InTurn } from './in-turn.ts';
import type { ProjectsState } from './projects-state.ts';

/** Whether this page writes the open project, or another one does. */
export interface ProjectAccess {
  /** The project is shown. This page writes it if it has the right to; broken records are put aside first. */
  enter(project: AssembledProject, give: Release | null): Promise<void>;
  /** This page has begun the project, so nobody else can have it. */
  own(give: Release | null): void;
  /** Everything is written, and nothing can be changed any more. False: something can't be written. */
  finish(): Promise<boolean>;
  /** The project is left. */
  letGo(): void;
  /** Another page has written: its work is shown. */
  follow(projectId: string): Promise<void>;
  /** Another page asks for the project. What can't be written stays here, and so does the project. */
  handOver(projectId: string): Promise<void>;
}

interface Parts {
  readonly store: ProjectStore;
  readonly files: StoredFiles;
  readonly pages: Pages;
  readonly saver: Saver;
  readonly stage: { refresh(): Promise<void> };
  readonly inTurn: InTurn;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the right to write is one state, which all its verbs change.
export function createProjectAccess(
  { document, view }: Pick<Context, 'document' | 'view'>,
  projects: StoreApi<ProjectsState>,
  { store, files, pages, saver, stage, inTurn }: Parts,
): ProjectAccess {
  let release: Release | null = null;
  let waiting = new AbortController();

  const isCurrent = (projectId: string) => projects.getState().current?.id === projectId;

  function show({ head, snapshot }: AssembledProject): void {
    document.replace(snapshot.state, snapshot.history);
    projects.setState({ current: head });
  }

  async function write(project: AssembledProject, give: Release): Promise<void> {
    release = give;
    if (project.broken.length > 0) {
      await store.quarantine(project);
      notify(view, 'warning', t('projects.broken', { count: project.broken.length }));
    }
    document.lock(null);
    saver.attach(project.head, project.snapshot);
    projects.setState({ access: 'write' });
  }

  function onlyRead(projectId: string): void {
    document.lock(() => notify(view, 'info', t('projects.readOnly')));
    projects.setState({ access: 'read' });
    waiting.abort();
    waiting = new AbortController();
    pages.claim(waiting.signal, projectId).then(
      (give) => inTurn(() => becomeWriter(projectId, give)),
      // The project was left first.
      () => {},
    );
  }

  async function becomeWriter(projectId: string, give: Release): Promise<void> {
    const project = isCurrent(projectId) ? await store.read(projectId) : null;
    if (!project) return give();
    show(project);
    await write(project, give);
    await stage.refresh();
  }

  async function finish(): Promise<boolean> {
    const { access } = projects.getState();
    document.lock(() => {});
    if (await saver.detach()) return true;
    if (access === 'write') document.lock(null);
    return false;
  }

  return {
    async enter(project, give) {
      show(project);
      // Another page writes it: this one only looks, until it is let.
      if (give) await write(project, give);
      else onlyRead(project.head.id);
    },
    own(give) {
      release?.();
      release = give;
    },
    finish,
    letGo() {
      waiting.abort();
      release?.();
      release = null;
      document.lock(null);
    },
    async follow(projectId) {
      if (projects.getState().access === 'write' || !isCurrent(projectId)) return;
      const project = await store.read(projectId);
      if (!project) return;
      show(project);
      await stage.refresh();
    },
    async handOver(projectId) {
      if (!release || !isCurrent(projectId)) return;
      await Promise.all([files.settled(), saver.settled()]);
      if (!(await finish())) return;
      release();
      release = null;
      onlyRead(projectId);
    },
  };
}
