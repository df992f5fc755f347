import { setMaxListeners } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadClass } from '../../formats/reading/result.ts';
import { FAILED, Failure, STOPPED } from '../failure.ts';
import { type Journal, openJournal, type Settings } from './journal.ts';
import { runPool } from './pool.ts';
import { createProgress } from './progress.ts';
import { isInShard, type Shard, shardFolder } from './shard.ts';
import type { Task } from './task.ts';
import { writeCoco } from './write-coco.ts';

export interface Run {
  readonly out: string;
  readonly shard: Shard;
  readonly settings: Settings;
  readonly tasks: readonly Task[];
  readonly classes: readonly Pick<ReadClass, 'name' | 'coco'>[];
  readonly jobs: number;
  readonly threads: number;
}

export interface RunSummary {
  /** Photos of this shard that are done, those of earlier runs among them. */
  readonly photos: number;
  readonly resumed: number;
  readonly objects: number;
  readonly failed: readonly { readonly photo: string; readonly problem: string }[];
  readonly seconds: number;
  readonly files: readonly string[];
}

/** Does what is left of a run, and writes the data set of all of it. Throws a Failure when it is stopped. */
export async function runBatch(run: Run): Promise<RunSummary> {
  const startedAt = performance.now();
  const folder = join(run.out, shardFolder(run.shard));
  await mkdir(folder, { recursive: true });
  const journal = await openJournal(join(folder, 'journal.jsonl'), run.settings);
  try {
    const mine = run.tasks.filter(({ photo }) => isInShard(photo, run.shard));
    const left = mine.filter(({ photo }) => !journal.has(photo));
    const failed = await workOff(left, run, journal);
    const name = String(run.settings.command);
    const files = await writeCoco(folder, name, journal, run.classes);
    let objects = 0;
    for (const done of journal.photos()) objects += done.objects.length;
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    const resumed = mine.length - left.length;
    return { photos: journal.done, resumed, objects, failed, seconds, files };
  } finally {
    journal.close();
  }
}

async function workOff(
  tasks: readonly Task[],
  { jobs, threads }: Run,
  journal: Journal,
): Promise<RunSummary['failed']> {
  const failed: { photo: string; problem: string }[] = [];
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const abort = () => stop.abort();
  process.once('SIGINT', abort);
  process.once('SIGTERM', abort);
  const progress = createProgress(tasks.length);
  let [done, found] = [0, 0];
  try {
    await runPool(tasks, {
      jobs: Math.min(jobs, tasks.length),
      threads,
      signal: stop.signal,
      onAnswer(task, answer) {
        journal.add(task, answer);
        if (answer.ok) found += answer.objects.length;
        else failed.push({ photo: task.photo, problem: answer.problem });
        progress.step(++done, `${found} objects, ${failed.length} failed`);
      },
    });
  } finally {
    // Also when a disk is full: nothing more could be kept.
    stop.abort();
    process.off('SIGINT', abort);
    process.off('SIGTERM', abort);
    progress.end();
  }
  if (done < tasks.length) {
    const left = `${done} of ${tasks.length} photos were done; the same command does the rest`;
    throw new Failure(`stopped: ${left}`, STOPPED);
  }
  return failed;
}

/** On the standard output; the exit code. */
export function reportRun(summary: RunSummary, isJson: boolean, more: object = {}): number {
  const { photos, objects, failed, files } = summary;
  if (isJson) process.stdout.write(`${JSON.stringify({ ...summary, ...more })}\n`);
  else {
    for (const { problem } of failed) process.stderr.write(`failed: ${problem}\n`);
    process.stdout.write(
      `${objects} objects on ${photos} photos: ${files.join(', ') || 'nothing'}\n`,
    );
  }
  return failed.length > 0 ? FAILED : 0;
}
