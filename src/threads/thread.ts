import { type ProxyMarked, proxy, type Remote } from 'comlink';
import { firstOf } from './first-of.ts';
import { type Running, run } from './running.ts';
import { unlessAborted } from './unless-aborted.ts';

/** Makes a callback that the worker may call; it hears nothing once the answer is there. */
type Heard = <Args extends unknown[]>(
  callback: (...args: Args) => void,
) => ((...args: Args) => void) & ProxyMarked;

type Work<Api, T> = (worker: Remote<Api>, heard: Heard) => Promise<T>;

/** A worker that starts when it is first asked, and again after one that died or was ended. */
export interface Thread<Api> {
  /**
   * What the worker answers. Rejects as the worker does, which is kept; with why it can't start or why it died; and with
   * the signal's reason: that ends the worker, and whatever else it was doing. An answer that is late goes to `drop`.
   */
  ask<T>(
    signal: AbortSignal | null,
    work: Work<Api, T>,
    drop?: ((late: T) => void) | undefined,
  ): Promise<T>;
  /** Frees its memory at once; whoever waits for it is refused. */
  end(): void;
}

export function createThread<Api>(startWorker: () => Worker): Thread<Api> {
  let running: Running<Api> | null = null;

  function start(): Running<Api> {
    const mine = run<Api>(startWorker);
    void mine.ended.then(() => forget(mine));
    running = mine;
    return mine;
  }

  function forget(mine: Running<Api> | null): void {
    if (running === mine) running = null;
  }

  function end(mine: Running<Api> | null): void {
    forget(mine);
    mine?.end();
  }

  return {
    async ask(signal, work, drop = ignore) {
      signal?.throwIfAborted();
      const mine = running ?? start();
      let isOver = false;
      // Progress comes by a port of its own, so some may come after the answer.
      const heard: Heard = (callback) =>
        proxy((...args) => {
          if (!isOver && !signal?.aborted) callback(...args);
        });
      try {
        const answer = firstOf(work(mine.worker, heard), mine.ended, raise);
        return await unlessAborted(answer, signal, drop);
      } catch (error) {
        if (signal?.aborted) end(mine);
        throw error;
      } finally {
        isOver = true;
      }
    },
    end: () => end(running),
  };
}

/** Asks a worker that lives for this one answer. */
export async function askOnce<Api, T>(
  startWorker: () => Worker,
  signal: AbortSignal | null,
  work: Work<Api, T>,
): Promise<T> {
  const thread = createThread<Api>(startWorker);
  try {
    return await thread.ask(signal, work);
  } finally {
    thread.end();
  }
}

function raise(reason: Error): never {
  throw reason;
}

function ignore(): void {}
