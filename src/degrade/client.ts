import { transfer } from 'comlink';
import { createThread } from '../threads/thread.ts';
import type { Degraded, DegradeWorker, Restored } from './protocol.ts';
import type { Stack } from './stack.ts';

type Seen = Pick<Degraded, 'modelImage' | 'report'>;

/** Degrades photos in workers. */
export interface Degrader {
  /**
   * For a slider that is being moved; the picture is copied. Only the newest request counts: one that waits when
   * another comes resolves to null. The caller closes the picture.
   */
  preview(picture: ImageBitmap, stack: Stack): Promise<ImageBitmap | null>;
  /** Takes the picture over. Rejects with the signal's reason, which ends the worker and whatever it was doing. */
  degrade(signal: AbortSignal, picture: ImageBitmap, stack: Stack): Promise<Degraded>;
  /** What the model would see of a degraded photo that was restored before. Rejects as above. */
  restore(signal: AbortSignal, degraded: Seen): Promise<Restored>;
  /** Ends both workers and frees their memory; the next request starts them. */
  end(): void;
}

export function createDegrader(startWorker: () => Worker = startDegradeWorker): Degrader {
  // A preview never waits for a photo at its full size.
  const [small, whole] = [startThread(startWorker), startThread(startWorker)];
  let newest = 0;
  let inWork: Promise<unknown> = Promise.resolve();

  return {
    async preview(picture, stack) {
      newest += 1;
      const asked = newest;
      const done = inWork.then(() =>
        asked === newest ? small.ask(null, (worker) => worker.preview(picture, stack)) : null,
      );
      inWork = done.catch(() => {});
      const made = await done;
      if (asked === newest) return made;
      made?.close();
      return null;
    },
    degrade: (signal, picture, stack) =>
      whole.ask(
        signal,
        (worker) => worker.degrade(transfer(picture, [picture]), stack),
        ({ levels }) => {
          for (const { tiles } of levels) for (const { bitmap } of tiles) bitmap.close();
        },
      ),
    restore: (signal, { modelImage, report }) =>
      whole.ask(signal, (worker) => worker.restore(modelImage, report)),
    end() {
      newest += 1;
      small.end();
      whole.end();
    },
  };
}

function startThread(startWorker: () => Worker) {
  return createThread<DegradeWorker>(startWorker);
}

function startDegradeWorker(): Worker {
  return new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module' });
}
