import { proxy, type Remote, wrap } from 'comlink';
import type { SetOutcome } from './problems.ts';
import type { ModelSetWorker, OnProgress, SetFiles } from './protocol.ts';
import { listStoredSets, removeStoredSet, type StoredSet } from './store.ts';

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

export function createModelSets(): ModelSets {
  return { list: listStoredSets, remove: removeStoredSet, take };
}

async function take(
  signal: AbortSignal,
  files: SetFiles,
  onProgress: OnProgress,
): Promise<SetOutcome<StoredSet>> {
  const thread = new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module' });
  const remote: Remote<ModelSetWorker> = wrap<ModelSetWorker>(thread);
  const stopped = new Promise<SetOutcome<StoredSet>>((resolve) => {
    const cancel = () => resolve({ ok: false, problem: { kind: 'cancelled' } });
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    thread.addEventListener('error', ({ message }) =>
      resolve({ ok: false, problem: { kind: 'unreadable', detail: message } }),
    );
  });
  let isOver = false;
  // Progress comes by a port of its own, so that some may come after the answer.
  const heard: OnProgress = (...progress) => {
    if (!isOver && !signal.aborted) onProgress(...progress);
  };
  const outcome = await Promise.race([remote.take(files, proxy(heard)), stopped]);
  isOver = true;
  thread.terminate();
  return outcome;
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
