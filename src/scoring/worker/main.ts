import { expose } from 'comlink';
import { unpackLabels } from '../packed.ts';
import { scorePhoto } from '../pairs.ts';
import type { ScoringWorker } from '../protocol.ts';

const worker: ScoringWorker = {
  score: async (ours, truth, isClassAware) =>
    scorePhoto(unpackLabels(ours), unpackLabels(truth), isClassAware),
};

expose(worker);
