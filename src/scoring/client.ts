import { transfer } from 'comlink';
import { createThread } from '../threads/thread.ts';
import { type Labelled, packLabels, piecesOf } from './packed.ts';
import type { PhotoScore, ScoringWorker } from './protocol.ts';

/** Holds labels against others in a worker. */
export interface Scorer {
  /** One photo's. Rejects with the signal's reason, which ends the worker and whatever it was doing. */
  score(
    signal: AbortSignal,
    ours: readonly Labelled[],
    truth: readonly Labelled[],
    isClassAware: boolean,
  ): Promise<PhotoScore>;
}

export function createScorer(startWorker: () => Worker = startScoringWorker): Scorer {
  const { ask } = createThread<ScoringWorker>(startWorker);
  return {
    score(signal, ours, truth, isClassAware) {
      const [mine, others] = [packLabels(ours), packLabels(truth)];
      return ask(signal, (worker) =>
        worker.score(
          transfer(mine, piecesOf(mine)),
          transfer(others, piecesOf(others)),
          isClassAware,
        ),
      );
    },
  };
}

function startScoringWorker(): Worker {
  return new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module' });
}
