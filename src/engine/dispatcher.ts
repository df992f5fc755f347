import type { StoreApi } from 'zustand/vanilla';
import type { ModelKind } from '../contract/model-kind.ts';
import { firstOf } from '../threads/first-of.ts';
import type { EncodeTimes } from './encode-times.ts';
import type { EngineStatus } from './engine.ts';
import type { EverythingStep } from './everything.ts';
import { createJobs, type Job } from './jobs.ts';
import type { Taken } from './ladder.ts';
import type {
  Decoded,
  EmbeddingCacheUse,
  Encoded,
  EncodeRequest,
  EngineProblem,
  SeenPhoto,
} from './protocol.ts';
import type { Supervisor } from './supervisor.ts';

interface DispatcherOptions {
  readonly status: StoreApi<EngineStatus>;
  readonly supervisor: Pick<Supervisor, 'taken' | 'worked' | 'lose'>;
  readonly times: EncodeTimes;
}

/** Gives the worker one job after the other, and none to a worker that is gone. */
export interface Dispatcher {
  /** Dropped when the signal is aborted before it begins. */
  add(signal: AbortSignal | null, job: Job): void;
  /** There is a new worker, which knows no photo: the one in hand is encoded again. */
  restart(): void;
  /** Answers everything that waits with a problem. */
  refuseAll(problem: EngineProblem): void;
  isEmbedded(photo: SeenPhoto): boolean;
  /** For how long a person has waited for nothing, in milliseconds; 0 while there is work. */
  quietFor(): number;
  /** All embeddings but that of the photo in hand are gone. */
  forgetOthers(): void;
}

type Problem = EngineProblem | { readonly kind: 'no-embedding' };
type Answer =
  | {
      readonly ok: true;
      readonly value: Encoded | Decoded | EmbeddingCacheUse | EverythingStep;
    }
  | { readonly ok: false; readonly problem: Problem };

export function createDispatcher({ status, supervisor, times }: DispatcherOptions): Dispatcher {
  const jobs = createJobs();
  /** By photo those kinds whose embedding the worker has, as far as is known here. */
  const embedded = new Map<string, ReadonlySet<ModelKind>>();
  let inHand: EncodeRequest | null = null;
  let busy = false;
  /** When the worker last finished what a person waits for. */
  let askedAt = Number.NEGATIVE_INFINITY;

  async function work(): Promise<void> {
    const taken = supervisor.taken();
    const next = busy || !taken ? null : jobs.next(isEmbedded);
    if (!taken || !next) return;
    const job = forSet(taken, next);
    busy = true;
    if (job.kind === 'decode') status.setState({ phase: { kind: 'decoding' } });
    const startedAt = performance.now();
    const answer = await ask(taken, job, (request) => showEncoding(taken, request));
    busy = false;
    if (job.kind !== 'ahead' && job.kind !== 'keep') askedAt = performance.now();
    // First: whoever waits for it goes on before anything is drawn, so that the phase is drawn with the mask.
    if (answer.ok) reply(job, answer);
    if (supervisor.taken() === taken) status.setState({ phase: { kind: 'ready' } });
    if (answer.ok) finish(taken, job, answer, performance.now() - startedAt);
    else miss(taken, job, answer.problem);
    void work();
  }

  function showEncoding({ backend }: Taken, { photoId, model }: EncodeRequest): void {
    status.setState({
      phase: {
        kind: 'encoding',
        photoId,
        model,
        startedAt: performance.now(),
        expectedMilliseconds: times.expected(backend),
      },
    });
  }

  function finish(
    taken: Taken,
    job: Job,
    answer: Extract<Answer, { ok: true }>,
    took: number,
  ): void {
    if (job.kind === 'encode') noteEncoded(taken, job.request, answer.value as Encoded);
    if (job.kind === 'ahead') status.setState({ cache: (answer.value as Encoded).cache });
    if (job.kind === 'keep') status.setState({ cache: answer.value as EmbeddingCacheUse });
    if (job.kind === 'decode') status.setState({ lastDecodeMilliseconds: took });
    // The photo in hand being encoded again after a loss proves little.
    if (job.kind === 'decode' || (job.kind === 'encode' && job.failedOn === null)) {
      supervisor.worked();
    }
  }

  function noteEncoded(taken: Taken, { photoId, model }: SeenPhoto, encoded: Encoded): void {
    const { backend, started } = taken;
    const seeing = started.encoders.find((kinds) => kinds.includes(model)) ?? [];
    embedded.set(photoId, new Set([...(embedded.get(photoId) ?? []), ...seeing]));
    status.setState({ cache: encoded.cache });
    if (!encoded.ran) return;
    times.remember(backend, encoded.milliseconds);
    status.setState({ lastEncodeMilliseconds: encoded.milliseconds });
    jobs.add({ kind: 'keep', request: { photoId, model }, failedOn: null, answer: () => {} });
  }

  /** A click or an encode that failed is tried once more on the same backend, where that may help. */
  function miss(taken: Taken, job: Job, problem: Problem): void {
    if (problem.kind === 'no-embedding') embedded.delete(job.request.photoId);
    if (!canRetry(taken, job, problem)) {
      refuse(job, problem);
    } else if (problem.kind === 'cancelled') {
      // The worker was closed under it, for another backend.
      jobs.add(job);
    } else {
      jobs.add({ ...job, failedOn: taken.backend });
      if (problem.kind === 'no-embedding') encodeInHand(job.request.model);
      else supervisor.lose(taken, problem);
    }
  }

  function canRetry(
    { backend }: Taken,
    { kind, failedOn, request }: Job,
    problem: Problem,
  ): boolean {
    const { phase } = status.getState();
    if (!WAITED_FOR.has(kind)) return false;
    if (phase.kind === 'failed' || phase.kind === 'off') return false;
    if (problem.kind === 'cancelled') return true;
    if (failedOn === backend) return false;
    return problem.kind === 'no-embedding'
      ? request.photoId === inHand?.photoId
      : NEW_WORKER_HELPS.has(problem.kind);
  }

  /** Unless that is waiting already. */
  function encodeInHand(model: ModelKind | undefined = inHand?.model): void {
    const request = inHand && model && { ...inHand, model };
    const isSame = (job: Job) =>
      job.kind === 'encode' &&
      job.request.photoId === request?.photoId &&
      job.request.model === model;
    if (!request || jobs.has(isSame)) return;
    const failedOn = supervisor.taken()?.backend ?? null;
    jobs.add({ kind: 'encode', request, failedOn, answer: () => {} });
  }

  function isEmbedded({ photoId, model }: SeenPhoto): boolean {
    return embedded.get(photoId)?.has(model) ?? false;
  }

  return {
    isEmbedded,
    quietFor() {
      const isAsked = busy || jobs.has(({ kind }) => kind !== 'ahead');
      return isAsked ? 0 : performance.now() - askedAt;
    },
    add(signal, job) {
      if (job.kind === 'encode') inHand = job.request;
      const { phase } = status.getState();
      const refusal = signal?.aborted ? CANCELLED : phase.kind === 'failed' ? phase.problem : null;
      if (refusal) {
        refuse(job, refusal);
        return;
      }
      // By its answer: a job that is tried again is another object.
      const isIt = ({ answer }: Job) => answer === job.answer;
      signal?.addEventListener('abort', () => refuseWaiting(CANCELLED, isIt), {
        once: true,
      });
      jobs.add(job);
      void work();
    },
    restart() {
      embedded.clear();
      encodeInHand();
      void work();
    },
    refuseAll: (problem) => refuseWaiting(problem, () => true),
    forgetOthers() {
      for (const photoId of embedded.keys())
        if (photoId !== inHand?.photoId) embedded.delete(photoId);
    },
  };

  function refuseWaiting(problem: EngineProblem, which: (job: Job) => boolean): void {
    for (const job of jobs.remove(which)) refuse(job, problem);
  }
}

const CANCELLED: EngineProblem = { kind: 'cancelled' };
/** What a person asked for, and waits for. */
const WAITED_FOR: ReadonlySet<Job['kind']> = new Set(['encode', 'decode', 'crop', 'everything']);
/** Problems that a worker with a fresh heap and device may not have. */
const NEW_WORKER_HELPS: ReadonlySet<Problem['kind']> = new Set([
  'device-lost',
  'worker-died',
  'out-of-memory',
  'runtime',
]);

/** One job for the worker, which may end while it is under way. */
function ask(
  { connection: { worker, ended } }: Taken,
  job: Job,
  onEncode: (request: EncodeRequest) => void,
): Promise<Answer> {
  return firstOf(answerOf(worker, job, onEncode), ended, (problem) => ({ ok: false, problem }));
}

function answerOf(
  worker: Taken['connection']['worker'],
  job: Job,
  onEncode: (request: EncodeRequest) => void,
): Promise<Answer> {
  switch (job.kind) {
    case 'encode':
      return encode(worker, job.request, onEncode);
    case 'ahead':
      return worker.encodeAhead(job.request);
    case 'crop':
      return worker.decodeCrop(job.request);
    case 'everything':
      return worker.everythingStep(job.request);
    case 'keep':
      return worker.keep(job.request).then((value) => ({ ok: true, value }));
    default:
      return worker.decode(job.request);
  }
}

/** A kept embedding costs milliseconds, so that only a real encode is worth telling. */
async function encode(
  worker: Taken['connection']['worker'],
  request: EncodeRequest,
  onEncode: (request: EncodeRequest) => void,
): Promise<Answer> {
  const { photoId, photoSize, model } = request;
  const kept = await worker.recall({ photoId, photoSize, model });
  if (kept) return { ok: true, value: kept };
  onEncode(request);
  return worker.encode(request);
}

/** A kind that the set lacks was asked for before it was known: its default answers. */
function forSet<J extends Job>({ started: { kinds } }: Taken, job: J): J {
  const [first] = kinds;
  if (!first || kinds.includes(job.request.model)) return job;
  return { ...job, request: { ...job.request, model: first } };
}

function reply(job: Job, answer: Answer): void {
  (job.answer as (answer: Answer) => void)(answer);
}

function refuse(job: Job, problem: Problem): void {
  if (job.kind === 'preview') job.answer(null);
  else reply(job, { ok: false, problem });
}
