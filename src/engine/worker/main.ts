import '../../security/trusted-scripts.ts';
import { expose, transfer } from 'comlink';
import { underLock } from '../../browser/locks.ts';
import { listStoredSets } from '../../models/store.ts';
import type { EngineWorker } from '../engine-worker.ts';
import type { Explained } from '../explained.ts';
import type { Decoded, EngineProblem } from '../protocol.ts';
import { createEngineCore, type EngineCore } from './core.ts';
import { isKeyOf } from './embedding-key.ts';
import {
  createEmbeddingStore,
  type EmbeddingStore,
  NO_DISK,
  openEmbeddingStore,
} from './embedding-store.ts';
import { outcomeOf } from './problem.ts';
import type { Runtime } from './runtime.ts';
import { startModel } from './start.ts';

let core: EngineCore | null = null;
let reportLoss: (problem: EngineProblem) => void;
const lost = new Promise<EngineProblem>((resolve) => {
  reportLoss = resolve;
});

const worker: EngineWorker = {
  start: (options, onProgress) =>
    outcomeOf(async () => {
      await holdForLife(options.lifeLock);
      const { model, started } = await startModel(options, onProgress);
      const { keepsOnDisk, source } = options;
      const disk = keepsOnDisk ? openEmbeddingStore() : createEmbeddingStore(NO_DISK);
      core = createEngineCore(model, disk);
      // A stored set doesn't know the bundled one's id, and so not what may go.
      if (keepsOnDisk && source.kind === 'bundled') void dropOthers(disk, model.id);
      if (model.runtime.provider === 'webgpu') void watchDevice(model.runtime);
      return started;
    }),
  lost: () => lost,
  recall: (photo) => running().recall(photo),
  encode: (request) => running().encode(request),
  encodeAhead: (request) => running().encodeAhead(request),
  async decode(request) {
    const outcome = await running().decode(request);
    return outcome.ok ? transfer(outcome, buffersOf(outcome.value)) : outcome;
  },
  async decodeCrop(request) {
    const outcome = await running().decodeCrop(request);
    return outcome.ok ? transfer(outcome, buffersOf(outcome.value)) : outcome;
  },
  async follow(request) {
    const outcome = await running().follow(request);
    return outcome.ok && outcome.value ? transfer(outcome, buffersOf(outcome.value)) : outcome;
  },
  async explain(request) {
    const outcome = await running().explain(request);
    return outcome.ok ? transfer(outcome, buffersIn(outcome.value)) : outcome;
  },
  async everythingStep(request) {
    const outcome = await running().everythingStep(request);
    if (!outcome.ok || outcome.value.kind !== 'finished') return outcome;
    return transfer(
      outcome,
      outcome.value.masks.map(({ mask }) => mask.runs.buffer),
    );
  },
  forgetEverything: () => running().forgetEverything(),
  keep: (photo) => running().keep(photo),
  keptOnDisk: (photoIds, model) => running().keptOnDisk(photoIds, model),
  limitMemory: (bytes) => running().limitMemory(bytes),
  limitDisk: (bytes) => running().limitDisk(bytes),
  clearCache: () => running().clearCache(),
};

expose(worker);

function running(): EngineCore {
  if (!core) throw new Error('the engine has not been started');
  return core;
}

function buffersIn({ masks, maskPrompt, tensors, likeness }: Explained): Transferable[] {
  return [
    ...masks.map(({ logits }) => logits.buffer),
    ...(maskPrompt ? [maskPrompt.logits.buffer] : []),
    ...tensors.flatMap(({ mean, components }) => [mean.buffer, components.buffer]),
    ...(likeness ? [likeness.cosine.buffer] : []),
  ];
}

function buffersOf({ mask, tidied }: Pick<Decoded, 'mask' | 'tidied'>): Transferable[] {
  const masks = tidied ? [mask, tidied.mask, tidied.changed] : [mask];
  return masks.map(({ runs }) => runs.buffer);
}

/** The browser gives the lock back when this worker ends, however it ends: that is how the page knows. */
function holdForLife(lock: string): Promise<void> {
  return new Promise((resolve) => {
    void underLock(lock, {}, () => {
      resolve();
      return new Promise<never>(() => {});
    });
  });
}

/** Embeddings of model sets that are gone. */
async function dropOthers(disk: EmbeddingStore, bundledId: string): Promise<void> {
  const stored = await listStoredSets();
  const setIds = [bundledId, ...stored.map(({ id }) => id)];
  await disk.keepOnly((key) => isKeyOf(key, setIds));
}

async function watchDevice({ ort }: Runtime): Promise<void> {
  const device = await ort.env.webgpu.device;
  await device.lost;
  reportLoss({ kind: 'device-lost' });
}
