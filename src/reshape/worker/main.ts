import { expose, transfer } from 'comlink';
import type { ReshapeWorker } from '../protocol.ts';
import { reshapeMask } from '../reshape.ts';

const worker: ReshapeWorker = {
  async reshape(mask, reshape) {
    const result = reshapeMask(mask, reshape);
    return transfer(result, [result.runs.buffer]);
  },
};

expose(worker);
