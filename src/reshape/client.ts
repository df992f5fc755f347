import type { Mask } from '../mask/mask.ts';
import { createThread } from '../threads/thread.ts';
import type { Reshape, ReshapeWorker } from './protocol.ts';

/** Reshapes masks in a worker. */
export interface Reshaper {
  /**
   * Only the newest request counts: one that waits when another comes resolves to null, and so does
   * the one in work once it is done. Rejects when the worker can't be loaded or dies.
   */
  reshape(mask: Mask, reshapes: readonly Reshape[]): Promise<Mask | null>;
}

export function createReshaper(startWorker: () => Worker = startReshapeWorker): Reshaper {
  const { ask } = createThread<ReshapeWorker>(startWorker);
  let newest = 0;
  let inWork: Promise<unknown> = Promise.resolve();

  return {
    async reshape(mask, reshapes) {
      newest += 1;
      const asked = newest;
      const before = inWork;
      const done = before.then(() =>
        asked === newest ? ask(null, (worker) => worker.reshape(mask, reshapes)) : null,
      );
      inWork = done.catch(() => {});
      const result = await done;
      return asked === newest ? result : null;
    },
  };
}

function startReshapeWorker(): Worker {
  return new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module' });
}
