import { availableParallelism, totalmem } from 'node:os';
import { COMMON_OPTIONS, countOf, deviceOf, type Given } from '../arguments.ts';
import { type Shard, shardFrom } from '../batch/shard.ts';
import { type Computing, computingOn } from '../engine/computing.ts';
import { misuse } from '../failure.ts';

export const BATCH_OPTIONS = {
  ...COMMON_OPTIONS,
  out: { type: 'string' },
  jobs: { type: 'string' },
  shard: { type: 'string' },
} as const;

interface BatchOptions {
  readonly out: string;
  readonly shard: Shard;
  readonly jobs: number;
  /** What each process computes with. */
  readonly computing: Computing;
}

/** What a process with model and photo takes at most, but for photos of many megapixels. */
const JOB_BYTES = 1.2e9;

export function batchOptionsOf(given: Given): BatchOptions {
  const out = given.last('out');
  if (out === undefined) throw misuse('--out DIR is missing.');
  const cores = availableParallelism();
  const fitting = Math.max(1, Math.floor((0.8 * totalmem()) / JOB_BYTES));
  const jobs = countOf(given, 'jobs') ?? Math.min(cores, fitting);
  const threads = Math.max(1, Math.floor(cores / jobs));
  const computing = computingOn(deviceOf(given), threads);
  return { out, shard: shardFrom(given.last('shard')), jobs, computing };
}
