import type { StoreApi } from 'zustand/vanilla';
import type { Pages } from '../../projects/pages.ts';
import type { ProjectStore } from '../../projects/project-store.ts';
import { newHead, type ProjectHead } from '../../projects/records.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import type { ProjectsState, ProjectVerbs } from './projects-state.ts';

export interface ProjectList {
  readonly verbs: Pick<ProjectVerbs, 'renameProject' | 'duplicateProject' | 'deleteProject'>;
  refresh(): Promise<void>;
  /** The turn of a project that is opened now. */
  nextTurn(): number;
}

interface Parts {
  readonly store: ProjectStore;
  readonly pages: Pages;
}

/** What can be done with projects as a whole. */
export function createProjectList(
  { view }: Context,
  projects: StoreApi<ProjectsState>,
  { store, pages }: Parts,
  closeProject: () => Promise<boolean>,
): ProjectList {
  async function refresh(): Promise<void> {
    const all = (await store.list()).filter(({ isDeleted }) => !isDeleted);
    const { current } = projects.getState();
    const renamed = all.find(({ id }) => id === current?.id)?.name;
    projects.setState({ all, current: current && { ...current, name: renamed ?? current.name } });
  }

  async function changed(): Promise<void> {
    await refresh();
    pages.tell({ kind: 'listed' });
  }

  const named = (projectId: string): ProjectHead | undefined =>
    projects.getState().all.find(({ id }) => id === projectId);
  const nextTurn = () => Math.max(0, ...projects.getState().all.map(({ turn }) => turn)) + 1;

  return {
    refresh,
    nextTurn,
    verbs: {
      async renameProject(projectId, name) {
        if (name.trim() === '') return;
        await store.amend(projectId, { name: name.trim() });
        await changed();
      },
      async duplicateProject(projectId) {
        const original = named(projectId);
        if (!original) return;
        const copy = {
          ...newHead(t('projects.copyOf', { name: original.name })),
          turn: nextTurn(),
        };
        await store.duplicate(projectId, copy);
        await changed();
        notify(view, 'info', t('projects.duplicated', { name: copy.name }));
      },
      async deleteProject(projectId) {
        const project = named(projectId);
        if (!project) return;
        if (projects.getState().current?.id === projectId && !(await closeProject())) return;
        // Another tab must not lose what it has open.
        const release = await pages.tryClaim(projectId);
        if (!release) {
          return notify(view, 'warning', t('projects.openElsewhere', { name: project.name }));
        }
        await store.amend(projectId, { isDeleted: true });
        release();
        await changed();
        notify(view, 'info', t('projects.deleted', { name: project.name }), {
          label: t('projects.undo'),
          async run() {
            await store.amend(projectId, { isDeleted: false });
            await changed();
          },
        });
      },
    },
  };
}
