import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadClass } from '../../formats/reading/result.ts';
import type { Computing } from '../engine/computing.ts';
import { FAILED } from '../failure.ts';
import { DONE_PHOTO, type DonePhoto } from './done-photo.ts';
import { type Journal, openJournal, type Settings } from './journal.ts';
import { isInShard, JOURNAL_NAME, type Shard, shardFolder } from './shard.ts';
import type { LookedAt, Task } from './task.ts';
import { workOff } from './work-off.ts';
import { writeCoco } from './write-coco.ts';

export interface Run {
  readonly out: string;
  readonly shard: Shard;
  readonly settings: Settings;
  readonly tasks: readonly Task[];
  readonly classes: readonly Pick<ReadClass, 'name' | 'coco'>[];
  readonly jobs: number;
  readonly computing: Computing;
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
  const journal = await openJournal(join(folder, JOURNAL_NAME), run.settings, DONE_PHOTO);
  try {
    const mine = run.tasks.filter(({ photo }) => isInShard(photo, run.shard));
    const left = mine.filter(({ photo }) => !journal.has(photo));
    const failed = await lookAt(left, run, journal);
    const name = String(run.settings.command);
    const files = await writeCoco(folder, name, journal, run.classes);
    let objects = 0;
    for (const done of journal.entries()) objects += done.objects.length;
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    const resumed = mine.length - left.length;
    return { photos: journal.done, resumed, objects, failed, seconds, files };
  } finally {
    journal.close();
  }
}

async function lookAt(
  tasks: readonly Task[],
  { jobs, computing }: Run,
  journal: Journal<DonePhoto>,
): Promise<RunSummary['failed']> {
  const failed: { photo: string; problem: string }[] = [];
  let found = 0;
  await workOff<Task, LookedAt>(tasks, {
    worker: join(import.meta.dirname, 'worker.ts'),
    unit: 'photos',
    jobs,
    computing,
    onAnswer({ photo, cocoId }, answer) {
      if (answer.ok) {
        journal.add(photo, { photo, cocoId, ...answer.value });
        found += answer.value.objects.length;
      } else {
        journal.fail(photo, answer.problem);
        failed.push({ photo, problem: answer.problem });
      }
      return `${found} objects, ${failed.length} failed`;
    },
  });
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
