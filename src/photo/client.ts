import type { Remote } from 'comlink';
import type { ImageBox } from '../geometry/spaces.ts';
import { createThread } from '../threads/thread.ts';
import { closePhoto } from './levels.ts';
import type {
  CropResult,
  ModelImageResult,
  PhotoProblem,
  PhotoResult,
  PhotoWorker,
  PictureResult,
  ProbeResult,
  ThumbnailResult,
} from './protocol.ts';

export interface PhotoLoader {
  /**
   * Decodes a file in the worker; one at a time, so two large photos never meet in memory.
   * The caller owns the bitmaps of the result. Rejects only with the signal's reason.
   */
  load(file: Blob, signal?: AbortSignal): Promise<PhotoResult>;
  /** The pixels alone, for drawing; in the same queue. The caller closes the picture. */
  picture(file: Blob, signal?: AbortSignal): Promise<PictureResult>;
  /** The pixels of a box, as the model sees them; in the same queue. */
  crop(file: Blob, box: ImageBox, signal?: AbortSignal): Promise<CropResult>;
  /** What the header says, in the same queue; a few milliseconds for a file of any size. */
  probe(file: Blob, signal?: AbortSignal): Promise<ProbeResult>;
  /** In the same queue. The caller closes its bitmap. */
  thumbnail(file: Blob, signal?: AbortSignal): Promise<ThumbnailResult>;
  /** What the model sees of it, in the same queue; for photos that nobody looks at. */
  modelImage(file: Blob, needsReport: boolean, signal?: AbortSignal): Promise<ModelImageResult>;
  dispose(): void;
}

/** The worker starts with the first photo, and again after one that killed it. */
export function createPhotoLoader(startWorker: () => Worker): PhotoLoader {
  const thread = createThread<PhotoWorker>(startWorker);
  let queue: Promise<unknown> = Promise.resolve();

  /** In the queue; whatever kills the worker is an answer too. */
  function ask<Answer extends { readonly ok: true } | Refused>(
    signal: AbortSignal | undefined,
    work: (photos: Remote<PhotoWorker>) => Promise<Answer>,
    close?: (answer: Answer) => void,
  ): Promise<Answer | Refused> {
    const turn = queue.then(() => answerTo(signal, work, close));
    queue = turn.catch(() => {});
    return turn;
  }

  async function answerTo<Answer extends { readonly ok: true } | Refused>(
    signal: AbortSignal | undefined,
    work: (photos: Remote<PhotoWorker>) => Promise<Answer>,
    close?: (answer: Answer) => void,
  ): Promise<Answer | Refused> {
    signal?.throwIfAborted();
    try {
      const result = await thread.ask(signal ?? null, work, close);
      // What it had made before it ran out is freed with it.
      if (!result.ok && result.problem.kind === 'out-of-memory') thread.end();
      return result;
    } catch (error) {
      // A photo is cheap to decode again: ending the thread frees its memory at once.
      thread.end();
      signal?.throwIfAborted();
      const detail = error instanceof Error ? error.message : String(error);
      return { ok: false, problem: { kind: 'worker-failed', detail } };
    }
  }

  return {
    load: (file, signal) => ask(signal, (photos) => photos.decode(file), closeResult),
    modelImage: (file, needsReport, signal) =>
      ask<ModelImageResult>(signal, (photos) => photos.modelImage(file, needsReport)),
    picture: (file, signal) => ask(signal, (photos) => photos.picture(file), closePicture),
    crop: (file, box, signal) => ask<CropResult>(signal, (photos) => photos.crop(file, box)),
    probe: (file, signal) => ask<ProbeResult>(signal, (photos) => photos.probe(file)),
    thumbnail: (file, signal) => ask(signal, (photos) => photos.thumbnail(file), closeThumbnail),
    dispose: thread.end,
  };
}

interface Refused {
  readonly ok: false;
  readonly problem: PhotoProblem;
}

function closeResult(result: PhotoResult): void {
  if (result.ok) closePhoto(result.photo);
}

function closePicture(result: PictureResult): void {
  if (result.ok) result.picture.close();
}

function closeThumbnail(result: ThumbnailResult): void {
  if (result.ok) result.thumbnail.bitmap.close();
}
