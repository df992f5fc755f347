import { proxy } from 'comlink';
import { askOnce } from '../../threads/thread.ts';
import type { ProjectFileWorker, ReadOutcome } from './protocol.ts';

/** Project files out and in, in a worker of their own. An aborted signal ends it, and what it was doing. */
export interface ProjectFiles {
  write(
    signal: AbortSignal,
    ...args: Parameters<ProjectFileWorker['write']>
  ): ReturnType<ProjectFileWorker['write']>;
  read(
    signal: AbortSignal,
    ...args: Parameters<ProjectFileWorker['read']>
  ): ReturnType<ProjectFileWorker['read']>;
}

export function createProjectFiles(startWorker: () => Worker = startFileWorker): ProjectFiles {
  return {
    write: (signal, head, photos, photoAt, sink) =>
      askOnce<ProjectFileWorker, Blob | null>(startWorker, signal, (worker) =>
        worker.write(head, photos, proxy(photoAt), sink),
      ),
    read: (signal, file, begin, take) =>
      askOnce<ProjectFileWorker, ReadOutcome>(startWorker, signal, (worker) =>
        worker.read(file, proxy(begin), proxy(take)),
      ),
  };
}

function startFileWorker(): Worker {
  return new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module' });
}
