import type { Connection } from './database.ts';
import type { ProjectStore } from './project-store.ts';

/** What checks and writes records comes beside the first screen, which does without. */
export function createProjectStore(connection: Connection): ProjectStore {
  const page = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const loading = import('./stored-projects.ts').then(({ createStoredProjects }) =>
    createStoredProjects(connection, page),
  );
  // Whoever asks is told.
  loading.catch(() => {});
  return {
    list: async () => (await loading).list(),
    read: async (projectId) => (await loading).read(projectId),
    quarantine: async (project) => (await loading).quarantine(project),
    write: async (head, changes) => (await loading).write(head, changes),
    amend: async (projectId, change) => (await loading).amend(projectId, change),
    duplicate: async (projectId, copy) => (await loading).duplicate(projectId, copy),
    purge: async () => (await loading).purge(),
  };
}
