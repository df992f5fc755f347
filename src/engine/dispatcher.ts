import type { StoreApi } from 'zustand/vanilla';
import type { ModelKind } from '../contract/model-kind.ts';
import { askWorker } from './ask-worker.ts';
import { createEmbedded } from './embedded.ts';
import type { EncodeTimes } from './encode-times.ts';
import type { EngineStatus } from './engine.ts';
import { createJobs, type Job, type Kind } from './jobs.ts';
import type { Taken } from './ladder.ts';
import { createNotes } from './notes.ts';
import type { EncodeRequest, EngineProblem, SeenPhoto } from './protocol.ts';
import { canRetry, type JobProblem } from './retry.ts';
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

/** An answer whose kind is known to those two alone. */
interface Got {
  readonly ok: true;
  reply(): void;
  /** Notes what it tells about the worker. */
  note(): void;
}

interface Missed {
  readonly ok: false;
  readonly problem: JobProblem;
  reply(): void;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the queue, the job at work and the photo in hand are one state.
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { status, supervisor } = options;
  const jobs = createJobs();
  const embedded = createEmbedded();
  const notes = createNotes({ ...options, embedded, jobs });
  let inHand: EncodeRequest | null = null;
  let busy = false;
  /** When the worker last finished what a person waits for. */
  let askedAt = Number.NEGATIVE_INFINITY;

  async function work(): Promise<void> {
    const taken = supervisor.taken();
    const next = busy || !taken ? null : jobs.next(embedded.has);
    if (!taken || !next) return;
    const job = forSet(taken, next);
    busy = true;
    if (job.kind === 'decode') status.setState({ phase: { kind: 'decoding' } });
    const outcome = await ask(taken, job);
    busy = false;
    if (job.kind !== 'ahead' && job.kind !== 'keep') askedAt = performance.now();
    // First: whoever waits for it goes on before anything is drawn, so the phase is drawn with the mask.
    if (outcome.ok) outcome.reply();
    if (supervisor.taken() === taken) status.setState({ phase: { kind: 'ready' } });
    if (outcome.ok) outcome.note();
    else miss(taken, job, outcome);
    void work();
  }

  async function ask<K extends Kind>(taken: Taken, job: Job<K>): Promise<Got | Missed> {
    const startedAt = performance.now();
    const answer = await askWorker(taken, job, (request) => notes.encoding(taken, request));
    const took = performance.now() - startedAt;
    const reply = () => job.answer(answer);
    if (!answer.ok) return { ok: false, problem: answer.problem, reply };
    const { value } = answer;
    return { ok: true, reply, note: () => notes.answered[job.kind]({ taken, job, value, took }) };
  }

  function miss(taken: Taken, job: Job, { problem, reply }: Missed): void {
    const { backend } = taken;
    const { phase } = status.getState();
    if (problem.kind === 'no-embedding') embedded.forget(job.request.photoId);
    if (!canRetry(job, problem, { phase, backend, photoInHand: inHand?.photoId })) {
      reply();
    } else if (problem.kind === 'cancelled') {
      // The worker was closed under it, for another backend.
      jobs.add(job);
    } else {
      jobs.add({ ...job, failedOn: backend });
      if (problem.kind === 'no-embedding') encodeInHand(job.request.model);
      else if (problem.kind !== 'no-source') supervisor.lose(taken, problem);
    }
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

  return {
    isEmbedded: embedded.has,
    quietFor() {
      const isAsked = busy || jobs.has(({ kind }) => kind !== 'ahead');
      return isAsked ? 0 : performance.now() - askedAt;
    },
    add(signal, job) {
      if (job.kind === 'encode') inHand = job.request;
      const { phase } = status.getState();
      const refusal = signal?.aborted ? CANCELLED : phase.kind === 'failed' ? phase.problem : null;
      if (refusal) {
        job.answer({ ok: false, problem: refusal });
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
      embedded.forgetAllBut(undefined);
      encodeInHand();
      void work();
    },
    refuseAll: (problem) => refuseWaiting(problem, () => true),
    forgetOthers: () => embedded.forgetAllBut(inHand?.photoId),
  };

  function refuseWaiting(problem: EngineProblem, which: (job: Job) => boolean): void {
    for (const job of jobs.remove(which)) job.answer({ ok: false, problem });
  }
}

const CANCELLED: EngineProblem = { kind: 'cancelled' };
/** A kind that the set lacks was asked for before it was known: its default answers. */
function forSet<J extends Job>({ started: { kinds } }: Taken, job: J): J {
  const [first] = kinds;
  if (!first || kinds.includes(job.request.model)) return job;
  return { ...job, request: { ...job.request, model: first } };
}
