import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from '../../evaluate/results.ts';
import { summarise } from '../../evaluate/summary.ts';
import { loadRestOfWords } from '../../words/words.ts';
import { type Journal, openJournal, readEntries, type Settings } from '../batch/journal.ts';
import { isInShard, JOURNAL_NAME, type Shard, shardFolder } from '../batch/shard.ts';
import { workOff } from '../batch/work-off.ts';
import type { Computing } from '../engine/computing.ts';
import { Failure } from '../failure.ts';
import { DONE_TRIAL, type DoneTrial, type EvaluateTask, keyOf } from './task.ts';
import { worstPictures } from './worst-pictures.ts';
import { writeResults } from './write-results.ts';

export interface EvaluateRun {
  readonly out: string;
  readonly shard: Shard;
  readonly settings: Settings;
  readonly tasks: readonly EvaluateTask[];
  readonly jobs: number;
  readonly computing: Computing;
}

export interface EvaluateSummary {
  readonly photos: number;
  readonly trials: number;
  /** Trials that were done before. */
  readonly resumed: number;
  readonly failed: readonly { readonly photo: string; readonly problem: string }[];
  readonly seconds: number;
  readonly files: readonly string[];
}

/** Does what is left of an evaluation, and writes the results of all of it. Throws a Failure when it is stopped. */
export async function runEvaluation(run: EvaluateRun): Promise<EvaluateSummary> {
  const startedAt = performance.now();
  const { out, shard, settings } = run;
  const folder = join(out, shardFolder(shard));
  await mkdir(folder, { recursive: true });
  const journal = await openJournal(join(folder, JOURNAL_NAME), settings, DONE_TRIAL);
  try {
    if (shard.count === 1) await takeShards(out, settings, journal);
    const mine = run.tasks.filter(({ photo }) => isInShard(photo, shard));
    const left = mine.filter((task) => !journal.has(keyOf(task)));
    const failed = await askAll(left, run, journal);
    const rows = [...journal.entries()].flatMap(rowsOf);
    if (rows.length === 0)
      throw new Failure(['nothing could be asked', ...problemsOf(failed)].join('\n  '));
    const results = summarise(rows, settings);
    await loadRestOfWords();
    const pictures = shard.count === 1 ? await worstPictures(folder, results, run) : [];
    const files = await writeResults(folder, results, rows, pictures);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    const resumed = mine.length - left.length;
    return { photos: results.photos, trials: journal.done, resumed, failed, seconds, files };
  } finally {
    journal.close();
  }
}

/** What other machines did of it, each in a folder of its own. */
async function takeShards(
  out: string,
  settings: Settings,
  journal: Journal<DoneTrial>,
): Promise<void> {
  const folders = (await readdir(out)).filter((name) => /^shard-\d+-of-\d+$/.test(name)).sort();
  for (const name of folders) {
    const path = join(out, name, JOURNAL_NAME);
    if (!existsSync(path)) continue;
    for await (const { key, entry } of readEntries(path, settings, DONE_TRIAL))
      if (!journal.has(key)) journal.add(key, entry);
  }
}

async function askAll(
  tasks: readonly EvaluateTask[],
  { jobs, computing }: EvaluateRun,
  journal: Journal<DoneTrial>,
): Promise<EvaluateSummary['failed']> {
  const failed: { photo: string; problem: string }[] = [];
  await workOff<EvaluateTask, DoneTrial>(tasks, {
    worker: join(import.meta.dirname, 'worker.ts'),
    unit: 'trials',
    jobs,
    computing,
    onAnswer(task, answer) {
      if (answer.ok) journal.add(keyOf(task), answer.value);
      else {
        journal.fail(keyOf(task), answer.problem);
        failed.push({ photo: task.photo, problem: answer.problem });
      }
      return `${failed.length} failed`;
    },
  });
  return failed;
}

function rowsOf({ photo, degradation, severity, answers }: DoneTrial): Row[] {
  return answers.map((answer) => ({ photo, degradation, severity, ...answer }));
}

/** Each once: what is wrong with a photo is wrong under all conditions. */
export function problemsOf(failed: EvaluateSummary['failed']): string[] {
  return [...new Set(failed.map(({ problem }) => problem))];
}
