import type { EverythingStepOutcome, EverythingStepRequest } from './everything.ts';
import type {
  Backend,
  CropRequest,
  Decoded,
  DecodeOutcome,
  DecodeRequest,
  Encoded,
  EncodeRequest,
  Outcome,
  SeenPhoto,
} from './protocol.ts';

interface Work<Kind, Request, Answer> {
  readonly kind: Kind;
  readonly request: Request;
  /** The backend on which it failed once; null at first. */
  readonly failedOn: Backend | null;
  readonly answer: (answer: Answer) => void;
}

type EncodeJob = Work<'encode', EncodeRequest, Outcome<Encoded>>;
type DecodeJob = Work<'decode', DecodeRequest, DecodeOutcome>;
type CropJob = Work<'crop', CropRequest, Outcome<Decoded>>;
type PreviewJob = Work<'preview', DecodeRequest, DecodeOutcome | null>;
type EverythingJob = Work<'everything', EverythingStepRequest, EverythingStepOutcome>;
type KeepJob = Work<'keep', SeenPhoto, unknown>;
type AheadJob = Work<'ahead', EncodeRequest, Outcome<Encoded>>;
export type Job = EncodeJob | DecodeJob | CropJob | PreviewJob | EverythingJob | KeepJob | AheadJob;

/** What waits for the worker, which does one thing at a time. */
export interface Jobs {
  add(job: Job): void;
  /** Takes the most urgent job that can be done now; null when there is none. */
  next(isEmbedded: (photo: SeenPhoto) => boolean): Job | null;
  /** Takes waiting jobs out, unanswered. */
  remove(which: (job: Job) => boolean): readonly Job[];
  has(which: (job: Job) => boolean): boolean;
}

/**
 * Clicks first, in their order, if their photo is encoded; then the newest photo to encode; then
 * clicks that have nothing to wait for, then closer looks. A preview comes after them: only the newest, only
 * once its photo is encoded; then a piece of finding everything. Last comes what nobody waits for: keeping an
 * embedding on disk, encoding ahead.
 */
export function createJobs(): Jobs {
  let waiting: readonly Job[] = [];

  function remove(which: (job: Job) => boolean): readonly Job[] {
    const removed = waiting.filter(which);
    waiting = waiting.filter((job) => !which(job));
    return removed;
  }

  return {
    remove,
    has: (which) => waiting.some(which),
    add(job) {
      if (job.kind === 'preview') {
        for (const older of remove(isPreview)) (older as PreviewJob).answer(null);
      }
      waiting = [...waiting, job];
    },
    next(isEmbedded) {
      const embedded = (job: Job) => isEmbedded(job.request);
      const chosen =
        waiting.find((job) => job.kind === 'decode' && embedded(job)) ??
        waiting.findLast((job) => job.kind === 'encode') ??
        waiting.find((job) => job.kind === 'decode') ??
        waiting.find((job) => job.kind === 'crop') ??
        waiting.find((job) => job.kind === 'preview' && embedded(job)) ??
        waiting.find((job) => job.kind === 'everything') ??
        waiting.find((job) => job.kind === 'keep') ??
        waiting.find((job) => job.kind === 'ahead');
      return remove((job) => job === chosen)[0] ?? null;
    },
  };
}

function isPreview(job: Job): job is PreviewJob {
  return job.kind === 'preview';
}
