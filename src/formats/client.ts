import { proxy, type Remote, transfer } from 'comlink';
import { createThread } from '../threads/thread.ts';
import type { DatasetPhoto } from './dataset.ts';
import type {
  ChosenFile,
  DatasetWorker,
  ExportPhoto,
  ExportRequest,
  ExportSink,
  ImportHead,
  ImportResult,
  MeasurePhoto,
} from './protocol.ts';

import { unpackRuns } from './reading/packed-runs.ts';
import type { ReadObject } from './reading/result.ts';

export interface WriteProgress {
  readonly photos: number;
  readonly of: number;
  readonly bytes: number;
}

/** Reads and writes data sets in a worker. An aborted signal ends what it does and frees its memory. */
export interface Datasets
  extends Pick<DatasetWorker, 'plan' | 'photo' | 'turnOf' | 'detail' | 'cutOut' | 'maskPng'> {
  /**
   * Writes a zip into the file, or returns it when there is none, or files into the folder. `photoAt` is asked for one photo
   * after the other. Rejects with the signal's reason, and leaves a file as it was.
   */
  write(
    signal: AbortSignal,
    request: ExportRequest,
    photoAt: (index: number) => Promise<ExportPhoto>,
    sink: ExportSink | null,
    onProgress: (progress: WriteProgress) => void,
  ): Promise<Blob | null>;
  render(
    signal: AbortSignal,
    ...asked: Parameters<DatasetWorker['render']>
  ): ReturnType<DatasetWorker['render']>;
  read(
    signal: AbortSignal,
    files: readonly ChosenFile[],
    open: readonly DatasetPhoto[],
    onProgress: (done: number, of: number) => void,
    measure: MeasurePhoto,
  ): Promise<ImportResult>;
}

export function createDatasets(startWorker: () => Worker = startDatasetWorker): Datasets {
  const { ask } = createThread<DatasetWorker>(startWorker);
  /** The worker hands over the objects of its last reading alone. */
  let lastReading: Promise<unknown> = Promise.resolve();
  return {
    write: (signal, request, photoAt, sink, onProgress) =>
      ask(signal, async (worker) => {
        try {
          await worker.startExport(request, sink);
          await sendPhotos(worker, signal, request.head.photos.length, photoAt, onProgress);
          return await worker.finishExport();
        } catch (error) {
          await worker.abortExport().catch(() => {});
          throw error;
        }
      }),
    plan: (request, photo) => ask(null, (worker) => worker.plan(request, handedOver(photo))),
    render: (signal, request, indices, labelsAt) =>
      ask(signal, (worker) => worker.render(request, indices, proxy(labelsAt))),
    async read(signal, files, open, onProgress, measure) {
      const before = lastReading;
      const reading = before.then(() =>
        ask(signal, async (worker, heard) => {
          const read = await worker.read(files, open, heard(onProgress), proxy(measure));
          return withObjects(read, await allObjects(worker, signal));
        }),
      );
      lastReading = reading.catch(() => {});
      return reading;
    },
    photo: (path) => ask(null, (worker) => worker.photo(path)),
    turnOf: (picture) => ask(null, (worker) => worker.turnOf(picture)),
    detail: (masks, tolerance) => ask(null, (worker) => worker.detail(masks, tolerance)),
    cutOut: (picture, mask, feather) =>
      ask(null, (worker) => worker.cutOut(transfer(picture, [picture]), mask, feather)),
    maskPng: (mask) => ask(null, (worker) => worker.maskPng(mask)),
  };
}

/** Batch by batch, between which the page answers. */
async function allObjects(
  worker: Remote<DatasetWorker>,
  signal: AbortSignal,
): Promise<readonly ReadObject[]> {
  const objects: ReadObject[] = [];
  for (;;) {
    const some = await worker.nextObjects();
    signal.throwIfAborted();
    if (some.length === 0) return objects;
    objects.push(...unpackRuns(some));
  }
}

function withObjects(
  { objectCounts, ...read }: ImportHead,
  objects: readonly ReadObject[],
): ImportResult {
  let at = 0;
  const photos = read.photos.map((photo, i) => {
    const from = at;
    at += objectCounts[i] ?? 0;
    return { ...photo, objects: objects.slice(from, at) };
  });
  return { ...read, photos };
}

async function sendPhotos(
  worker: Remote<DatasetWorker>,
  signal: AbortSignal,
  of: number,
  photoAt: (index: number) => Promise<ExportPhoto>,
  onProgress: (progress: WriteProgress) => void,
): Promise<void> {
  for (let photos = 0; photos < of; photos++) {
    const photo = await photoAt(photos);
    signal.throwIfAborted();
    const bytes = await worker.addPhoto(handedOver(photo));
    onProgress({ photos: photos + 1, of, bytes });
  }
}

function handedOver(photo: ExportPhoto): ExportPhoto {
  return photo.picture ? transfer(photo, [photo.picture]) : photo;
}

function startDatasetWorker(): Worker {
  return new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module' });
}
