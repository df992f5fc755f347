import { type Remote, wrap } from 'comlink';
import type { DecodedPhoto, PhotoResult, PhotoWorker } from './protocol.ts';

export interface PhotoLoader {
  /**
   * Decodes a file in the worker; one at a time, so that two large photos never meet in memory.
   * The caller owns the bitmaps of the result. Rejects only with the signal's reason.
   */
  load(file: Blob, signal?: AbortSignal): Promise<PhotoResult>;
  dispose(): void;
}

/** The worker starts with the first photo, and anew after one that killed it. */
export function createPhotoLoader(startWorker: () => Worker = startPhotoWorker): PhotoLoader {
  let thread: Thread | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  function endThread(): void {
    thread?.end();
    thread = null;
  }

  async function decode(file: Blob, signal: AbortSignal | undefined): Promise<PhotoResult> {
    signal?.throwIfAborted();
    thread ??= startThread(startWorker());
    try {
      const result = await firstOf(thread.photos.decode(file), thread.died, signal);
      // What it had made before it ran out is freed with it.
      if (!result.ok && result.problem.kind === 'out-of-memory') endThread();
      return result;
    } catch (error) {
      // A photo is cheap to decode again: ending the thread frees its memory at once.
      endThread();
      signal?.throwIfAborted();
      const detail = error instanceof Error ? error.message : String(error);
      return { ok: false, problem: { kind: 'worker-failed', detail } };
    }
  }

  return {
    load(file, signal) {
      const turn = queue.then(() => decode(file, signal));
      queue = turn.catch(() => {});
      return turn;
    },
    dispose: endThread,
  };
}

interface Thread {
  readonly photos: Remote<PhotoWorker>;
  /** Rejects when the worker can't be loaded or stops by itself; never resolves. */
  readonly died: Promise<never>;
  end(): void;
}

function startThread(worker: Worker): Thread {
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'no answer')));
    worker.addEventListener('messageerror', () => reject(new Error('the answer was lost')));
  });
  died.catch(() => {});
  return { photos: wrap<PhotoWorker>(worker), died, end: () => worker.terminate() };
}

function startPhotoWorker(): Worker {
  return new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module' });
}

/** The answer, unless the worker dies or the signal is aborted first; a late answer is closed. */
function firstOf(
  answer: Promise<PhotoResult>,
  died: Promise<never>,
  signal: AbortSignal | undefined,
): Promise<PhotoResult> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    died.catch(reject);
    answer
      .then((result) => {
        if (signal?.aborted && result.ok) closePhoto(result.photo);
        resolve(result);
      }, reject)
      .finally(() => signal?.removeEventListener('abort', abort));
  });
}

function closePhoto({ levels, thumbnail }: DecodedPhoto): void {
  for (const { tiles } of levels) for (const { bitmap } of tiles) bitmap.close();
  thumbnail.close();
}
