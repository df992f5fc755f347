import type { EnginePhase } from './engine.ts';
import type { Job } from './jobs.ts';
import type { Backend, EngineProblem, NoEmbedding, NoSource } from './protocol.ts';

export type JobProblem = EngineProblem | NoEmbedding | NoSource;

/** What a person asked for, and waits for. */
const WAITED_FOR: ReadonlySet<Job['kind']> = new Set([
  'encode',
  'decode',
  'crop',
  'follow',
  'everything',
]);
/** Problems that a worker with a fresh heap and device may not have. */
const NEW_WORKER_HELPS: ReadonlySet<JobProblem['kind']> = new Set([
  'device-lost',
  'worker-died',
  'out-of-memory',
  'runtime',
]);

interface Circumstances {
  readonly phase: EnginePhase;
  readonly backend: Backend;
  readonly photoInHand: string | undefined;
}

/** A click or an encode that failed is tried once more on the same backend, where that may help. */
export function canRetry(
  { kind, failedOn, request }: Job,
  problem: JobProblem,
  { phase, backend, photoInHand }: Circumstances,
): boolean {
  if (!WAITED_FOR.has(kind)) return false;
  if (phase.kind === 'failed' || phase.kind === 'off') return false;
  if (problem.kind === 'cancelled') return true;
  if (failedOn === backend) return false;
  return problem.kind === 'no-embedding'
    ? request.photoId === photoInHand
    : NEW_WORKER_HELPS.has(problem.kind);
}
