import { expose, transfer } from 'comlink';
import type { ReshapeWorker } from '../protocol.ts';
import { reshapeMask } from '../reshape.ts';

const worker: ReshapeWorker = {
  async reshape(mask, reshapes) {
    const result = reshapeMask(mask, reshapes);
    return transfer(result, [result.runs.buffer]);
  },
};

expose(worker);
