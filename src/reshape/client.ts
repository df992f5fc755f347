import { type Remote, wrap } from 'comlink';
import type { Mask } from '../mask/mask.ts';
import { firstOf } from '../threads/first-of.ts';
import { t } from '../words/words.ts';
import type { Reshape, ReshapeWorker } from './protocol.ts';

/** Reshapes masks in a worker. */
export interface Reshaper {
  /**
   * Only the newest request counts: one that waits when another comes resolves to null, and so does
   * the one in work once it is done. Rejects when the worker can't be loaded or dies.
   */
  reshape(mask: Mask, reshape: Reshape): Promise<Mask | null>;
}

interface Thread {
  readonly worker: Remote<ReshapeWorker>;
  /** Rejects when the worker can't be loaded or stops by itself; never resolves. */
  readonly died: Promise<never>;
}

/** The worker starts when it is first needed, and anew after one that died. */
export function createReshaper(startWorker: () => Worker = startReshapeWorker): Reshaper {
  let thread: Thread | null = null;
  let newest = 0;
  let inWork: Promise<unknown> = Promise.resolve();

  function start(): Thread {
    const mine = startThread(startWorker());
    mine.died.catch(() => {
      if (thread === mine) thread = null;
    });
    return mine;
  }

  async function work(mask: Mask, reshape: Reshape): Promise<Mask> {
    thread ??= start();
    const { worker, died } = thread;
    return firstOf(worker.reshape(mask, reshape), died, (never) => never);
  }

  return {
    async reshape(mask, reshape) {
      newest += 1;
      const asked = newest;
      const before = inWork;
      const done = before.then(() => (asked === newest ? work(mask, reshape) : null));
      inWork = done.catch(() => {});
      const result = await done;
      return asked === newest ? result : null;
    },
  };
}

function startThread(worker: Worker): Thread {
  const died = new Promise<never>((_, reject) => {
    const stop = (reason: string) => {
      worker.terminate();
      reject(new Error(reason));
    };
    worker.addEventListener('error', (event) =>
      stop(event.message || t('problems.worker.noAnswer')),
    );
    worker.addEventListener('messageerror', () => stop(t('problems.worker.answerLost')));
  });
  died.catch(() => {});
  return { worker: wrap<ReshapeWorker>(worker), died };
}

function startReshapeWorker(): Worker {
  return new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module' });
}
