import { askOnce } from '../threads/thread.ts';
import type { SetOutcome } from './problems.ts';
import type { ModelSetWorker, OnProgress, SetFiles } from './protocol.ts';
import type { StoredSet } from './store.ts';

/** The model sets kept in this browser; taking one in happens in a worker. */
export interface ModelSets {
  list(): Promise<readonly StoredSet[]>;
  /** Aborting ends the worker: nothing of the set stays. */
  take(
    signal: AbortSignal,
    files: SetFiles,
    onProgress: OnProgress,
  ): Promise<SetOutcome<StoredSet>>;
  remove(id: string): Promise<void>;
}

export function createModelSets(startWorker: () => Worker = startSetWorker): ModelSets {
  return {
    list: async () => (await import('./store.ts')).listStoredSets(),
    remove: async (id) => (await import('./store.ts')).removeStoredSet(id),
    async take(signal, files, onProgress) {
      try {
        return await askOnce<ModelSetWorker, SetOutcome<StoredSet>>(
          startWorker,
          signal,
          (worker, heard) => worker.take(files, heard(onProgress)),
        );
      } catch (error) {
        if (signal.aborted) return { ok: false, problem: { kind: 'cancelled' } };
        const detail = error instanceof Error ? error.message : String(error);
        return { ok: false, problem: { kind: 'unreadable', detail } };
      }
    },
  };
}

function startSetWorker(): Worker {
  return new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module' });
}

/** Files as an input element gives them: a zip alone, or a folder's with their paths. */
export function setFilesFrom(files: readonly File[]): SetFiles | null {
  const [first] = files;
  if (!first) return null;
  if (first.webkitRelativePath === '') return { kind: 'zip', file: first };
  return {
    kind: 'folder',
    files: files.map((file) => ({ path: file.webkitRelativePath, file })),
  };
}
