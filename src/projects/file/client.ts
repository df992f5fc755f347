import { proxy, type Remote, wrap } from 'comlink';
import { t } from '../../words/words.ts';
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
  async function run<T>(
    signal: AbortSignal,
    work: (worker: Remote<ProjectFileWorker>) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const thread = startWorker();
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      thread.addEventListener('error', ({ message }) =>
        reject(new Error(message || t('problems.worker.noAnswer'))),
      );
    });
    try {
      return await Promise.race([work(wrap<ProjectFileWorker>(thread)), stopped]);
    } finally {
      thread.terminate();
    }
  }

  return {
    write: (signal, head, photos, photoAt, sink) =>
      run(signal, (worker) => worker.write(head, photos, proxy(photoAt), sink)),
    read: (signal, file, begin, take) =>
      run<ReadOutcome>(signal, (worker) => worker.read(file, proxy(begin), proxy(take))),
  };
}

function startFileWorker(): Worker {
  return new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module' });
}
