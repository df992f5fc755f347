import { proxy } from 'comlink';
import { type Hold, underLock } from '../browser/locks.ts';
import { newId } from '../browser/new-id.ts';
import { run } from '../threads/running.ts';
import type { EngineWorker } from './engine-worker.ts';
import type { EngineProblem, Outcome, Started, StartOptions, StartProgress } from './protocol.ts';

type OnProgress = (progress: StartProgress) => void;
type Calls = Omit<EngineWorker, 'start' | 'lost'>;

/** One worker, and the news of its end. */
export interface Connection {
  readonly worker: Calls;
  start(options: Omit<StartOptions, 'lifeLock'>, onProgress: OnProgress): Promise<Outcome<Started>>;
  /** Settles when the worker or its GPU device is gone; with `cancelled` after `close`. */
  readonly ended: Promise<EngineProblem>;
  close(): void;
}

/** Where the worker's script lies is up to whoever starts it. */
export function connect(startWorker: () => Worker): Connection {
  const thread = run<EngineWorker>(startWorker);
  const remote = thread.worker;
  const lifeLock = `engine ${newId()}`;
  const closing = new AbortController();
  let end: (problem: EngineProblem) => void = () => {};
  const ended = new Promise<EngineProblem>((resolve) => {
    end = resolve;
  });
  void thread.ended.then(() => end({ kind: 'worker-died' }));
  void remote.lost().then(end);

  /** No event tells a page that a worker was ended; the browser frees the lock that it held. */
  let watching = false;
  function watchLife(): void {
    if (watching) return;
    watching = true;
    const { signal } = closing;
    // Where there are no locks, only the worker's own errors tell.
    const hear = async (hold: Hold) => {
      if (hold === 'held') end({ kind: 'worker-died' });
    };
    underLock(lifeLock, { signal }, hear).catch(() => {});
  }

  return {
    worker: remote,
    ended,
    start(options, onProgress) {
      const heard = (progress: StartProgress) => {
        watchLife();
        onProgress(progress);
      };
      return remote.start({ ...options, lifeLock }, proxy(heard));
    },
    close() {
      closing.abort();
      end({ kind: 'cancelled' });
      thread.end();
    },
  };
}
