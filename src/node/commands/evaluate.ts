import { DEGRADATION_NAMES } from '../../degrade/stack.ts';
import { conditionsOf, SEVERITIES } from '../../evaluate/conditions.ts';
import { SUBJECTS } from '../../evaluate/results.ts';
import { QUESTIONS } from '../../evaluate/trial.ts';
import { type Given, onlyPositional, parse } from '../arguments.ts';
import { PRECISIONS, readSetId } from '../engine/engine.ts';
import { readTruth } from '../evaluate/read-truth.ts';
import { type EvaluateSummary, problemsOf, runEvaluation } from '../evaluate/run.ts';
import { type EvaluateTask, OBJECT_CHOICES } from '../evaluate/task.ts';
import { FAILED, misuse } from '../failure.ts';
import { BATCH_OPTIONS, batchOptionsOf } from './batch-options.ts';

const { model: _, ...OF_BATCHES } = BATCH_OPTIONS;
const OPTIONS = {
  ...OF_BATCHES,
  truth: { type: 'string' },
  degradations: { type: 'string' },
  severities: { type: 'string' },
  prompts: { type: 'string' },
  models: { type: 'string' },
  objects: { type: 'string' },
  precision: { type: 'string' },
} as const;

/** The paper's own come first among all. */
const PAPER = 15;

/** How good masks are on photos of which the truth is known, clear and degraded. */
export async function evaluate(args: readonly string[]): Promise<number> {
  const given = parse(args, OPTIONS);
  const folder = onlyPositional(given, 'DIR');
  const batch = batchOptionsOf(given);
  const degradations =
    chosen(given, 'degradations', DEGRADATION_NAMES) ?? DEGRADATION_NAMES.slice(0, PAPER);
  const severities = severitiesOf(given) ?? SEVERITIES;
  const subjects = chosen(given, 'models', SUBJECTS) ?? SUBJECTS;
  const questions = chosen(given, 'prompts', QUESTIONS) ?? QUESTIONS;
  const objects = oneOf(given, 'objects', OBJECT_CHOICES);
  const precision = oneOf(given, 'precision', PRECISIONS);
  const { photos, skipped, sha256 } = await readTruth(folder, given.last('truth'));
  for (const line of skipped) process.stderr.write(`left out: ${line}\n`);
  const conditions = conditionsOf(degradations, severities);
  const tasks = photos.flatMap((photo) =>
    conditions.map((condition): EvaluateTask => {
      return { ...photo, condition, subjects, questions, objects };
    }),
  );
  const asked = {
    degradations,
    severities,
    prompts: questions,
    models: subjects,
    objects,
    precision,
  };
  const settings = { command: 'evaluate', set: await readSetId(), ...asked, truth: sha256 };
  return report(
    await runEvaluation({ ...batch, precision, settings, tasks }),
    skipped,
    given.has('json'),
  );
}

/** Some of all, in their order; undefined when the option was not given, "none" is none. */
function chosen<Name extends string>(
  given: Given,
  option: string,
  all: readonly Name[],
): readonly Name[] | undefined {
  const text = given.last(option);
  if (text === undefined) return undefined;
  if (text === 'none' && option === 'degradations') return [];
  const names = text.split(',');
  const unknown = names.find((name) => !all.some((one) => one === name));
  if (unknown !== undefined) throw misuse(`--${option} ${unknown}: it is of ${all.join(', ')}.`);
  return all.filter((name) => names.includes(name));
}

/** The first of all where the option was not given. */
function oneOf<Name extends string>(
  given: Given,
  option: string,
  all: readonly [Name, ...Name[]],
): Name {
  const [name = all[0], ...more] = chosen(given, option, all) ?? [];
  if (more.length > 0) throw misuse(`--${option}: only one of ${all.join(', ')}.`);
  return name;
}

function severitiesOf(given: Given): number[] | undefined {
  const text = given.last('severities');
  if (text === undefined) return undefined;
  const severities = text
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (severities.every((one) => one >= 0 && one <= 1)) {
    return [...new Set(severities)].sort((a, b) => a - b);
  }
  throw misuse(`--severities ${text}: numbers from 0 to 1, with commas between them.`);
}

function report(summary: EvaluateSummary, skipped: readonly string[], isJson: boolean): number {
  const { photos, trials, failed, files } = summary;
  if (isJson) process.stdout.write(`${JSON.stringify({ ...summary, skipped })}\n`);
  else {
    for (const problem of problemsOf(failed)) process.stderr.write(`failed: ${problem}\n`);
    process.stdout.write(`${trials} trials on ${photos} photos: ${files.join(', ')}\n`);
  }
  return failed.length > 0 || skipped.length > 0 ? FAILED : 0;
}
