import type { EverythingStep, EverythingStepRequest } from './everything.ts';
import type { Explained } from './explained.ts';
import type {
  Backend,
  CropRequest,
  Decoded,
  DecodeRequest,
  EmbeddingCacheUse,
  Encoded,
  EncodeRequest,
  Followed,
  FollowRequest,
  NoEmbedding,
  NoSource,
  Outcome,
  SeenPhoto,
} from './protocol.ts';

/** What the worker is asked for, what it gives, and which problem it has beside the engine's own. */
interface Works {
  readonly encode: Work<EncodeRequest, Encoded, never>;
  readonly decode: Work<DecodeRequest, Decoded, NoEmbedding>;
  readonly crop: Work<CropRequest, Decoded, never>;
  readonly follow: Work<FollowRequest, Followed | null, NoEmbedding | NoSource>;
  readonly explain: Work<DecodeRequest, Explained, NoEmbedding>;
  readonly preview: Work<DecodeRequest, Decoded, NoEmbedding>;
  readonly everything: Work<EverythingStepRequest, EverythingStep, NoEmbedding>;
  readonly keep: Work<SeenPhoto, EmbeddingCacheUse, never>;
  readonly ahead: Work<EncodeRequest, Encoded, never>;
}

interface Work<Request, Value, Problem> {
  readonly request: Request;
  readonly value: Value;
  readonly problem: Problem;
}

export type Kind = keyof Works;
export type Request<K extends Kind> = Works[K]['request'];
export type Value<K extends Kind> = Works[K]['value'];

export type Answer<K extends Kind> = Outcome<Value<K>, Works[K]['problem']>;

/** One of these kinds, with the request and the answer of that kind. */
export type Job<K extends Kind = Kind> = {
  readonly [P in K]: {
    readonly kind: P;
    readonly request: Request<P>;
    /** The backend on which it failed once; null at first. */
    readonly failedOn: Backend | null;
    readonly answer: (answer: Answer<P>) => void;
  };
}[K];

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
 * clicks that have nothing to wait for, then zooms, objects that are followed and what explains an answer. A preview
 * comes after them: only the newest, only once its photo is encoded; then a piece of finding everything. Last comes
 * what nobody waits for: keeping an embedding on disk, encoding ahead.
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
        for (const older of remove(({ kind }) => kind === 'preview')) {
          older.answer({ ok: false, problem: { kind: 'cancelled' } });
        }
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
        waiting.find((job) => job.kind === 'follow') ??
        waiting.find((job) => job.kind === 'explain') ??
        waiting.find((job) => job.kind === 'preview' && embedded(job)) ??
        waiting.find((job) => job.kind === 'everything') ??
        waiting.find((job) => job.kind === 'keep') ??
        waiting.find((job) => job.kind === 'ahead');
      return remove((job) => job === chosen)[0] ?? null;
    },
  };
}
