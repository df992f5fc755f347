import { proxy, type Remote, transfer, wrap } from 'comlink';
import { firstOf } from '../threads/first-of.ts';
import { t } from '../words/words.ts';
import type { DatasetPhoto } from './dataset.ts';
import type {
  ChosenFile,
  DatasetWorker,
  ExportPhoto,
  ExportRequest,
  ExportSink,
  ImportResult,
} from './protocol.ts';

export interface WriteProgress {
  readonly photos: number;
  readonly of: number;
  readonly bytes: number;
}

/** Reads and writes data sets in a worker. An aborted signal ends what it does and frees its memory. */
export interface Datasets
  extends Pick<DatasetWorker, 'plan' | 'photo' | 'detail' | 'cutOut' | 'maskPng'> {
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
  read(
    signal: AbortSignal,
    files: readonly ChosenFile[],
    open: readonly DatasetPhoto[],
    onProgress: (done: number, of: number) => void,
  ): Promise<ImportResult>;
}

/** The worker starts when it is first needed, and anew after one that was ended or died. */
export function createDatasets(startWorker: () => Worker = startDatasetWorker): Datasets {
  let thread: Thread | null = null;

  function endThread(): void {
    thread?.end();
    thread = null;
  }

  async function run<T>(
    signal: AbortSignal | null,
    work: (worker: Remote<DatasetWorker>) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted();
    thread ??= startThread(startWorker());
    const mine = thread;
    try {
      const answer = firstOf(work(mine.worker), mine.died, (never) => never);
      return await Promise.race([answer, aborted(signal)]);
    } catch (error) {
      // A refused request leaves the worker as it was; one that hangs or died does not come back.
      if (signal?.aborted || mine.isDead()) endThread();
      throw error;
    }
  }

  return {
    write: (signal, request, photoAt, sink, onProgress) =>
      run(signal, async (worker) => {
        try {
          return await writeWith(worker, signal, request, photoAt, sink, onProgress);
        } catch (error) {
          await worker.abortExport().catch(() => {});
          throw error;
        }
      }),
    plan: (request, photo) => run(null, (worker) => worker.plan(request, handedOver(photo))),
    read: (signal, files, open, onProgress) =>
      run(signal, (worker) => worker.read(files, open, proxy(onProgress))),
    photo: (path) => run(null, (worker) => worker.photo(path)),
    detail: (masks, tolerance) => run(null, (worker) => worker.detail(masks, tolerance)),
    cutOut: (picture, mask, feather) =>
      run(null, (worker) => worker.cutOut(transfer(picture, [picture]), mask, feather)),
    maskPng: (mask) => run(null, (worker) => worker.maskPng(mask)),
  };
}

async function writeWith(
  worker: Remote<DatasetWorker>,
  signal: AbortSignal,
  request: ExportRequest,
  photoAt: (index: number) => Promise<ExportPhoto>,
  sink: ExportSink | null,
  onProgress: (progress: WriteProgress) => void,
): Promise<Blob | null> {
  const of = request.head.photos.length;
  await worker.startExport(request, sink);
  for (let photos = 0; photos < of; photos++) {
    const photo = await photoAt(photos);
    signal.throwIfAborted();
    const bytes = await worker.addPhoto(handedOver(photo));
    onProgress({ photos: photos + 1, of, bytes });
  }
  return worker.finishExport();
}

function handedOver(photo: ExportPhoto): ExportPhoto {
  return photo.picture ? transfer(photo, [photo.picture]) : photo;
}

interface Thread {
  readonly worker: Remote<DatasetWorker>;
  /** Rejects when the worker can't be loaded or stops by itself; never resolves. */
  readonly died: Promise<never>;
  isDead(): boolean;
  end(): void;
}

function startThread(worker: Worker): Thread {
  let dead = false;
  const died = new Promise<never>((_, reject) => {
    const stop = (reason: string) => {
      dead = true;
      reject(new Error(reason));
    };
    worker.addEventListener('error', (event) =>
      stop(event.message || t('problems.worker.noAnswer')),
    );
    worker.addEventListener('messageerror', () => stop(t('problems.worker.answerLost')));
  });
  died.catch(() => {});
  return {
    worker: wrap<DatasetWorker>(worker),
    died,
    isDead: () => dead,
    end: () => worker.terminate(),
  };
}

function startDatasetWorker(): Worker {
  return new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module' });
}

function aborted(signal: AbortSignal | null): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
