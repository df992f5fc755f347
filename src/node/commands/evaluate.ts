import { DEGRADATION_NAMES } from '../../degrade/stack.ts';
import { conditionsOf, SEVERITIES } from '../../evaluate/conditions.ts';
import { SUBJECTS } from '../../evaluate/results.ts';
import { QUESTIONS } from '../../evaluate/trial.ts';
import { chosen, type Given, oneOf, onlyPositional, parse } from '../arguments.ts';
import { type Computing, PRECISIONS } from '../engine/computing.ts';
import { readSetId } from '../engine/engine.ts';
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
  const computing = preciselyOn(batch.computing, given);
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
    precision: computing.precision,
    device: computing.device,
  };
  const settings = { command: 'evaluate', set: await readSetId(), ...asked, truth: sha256 };
  return report(
    await runEvaluation({ ...batch, computing, settings, tasks }),
    skipped,
    given.has('json'),
  );
}

function preciselyOn(computing: Computing, given: Given): Computing {
  const precision = given.has('precision')
    ? oneOf(given, 'precision', PRECISIONS)
    : computing.precision;
  if (precision === 'int8' && computing.device !== 'cpu') {
    throw misuse(`--precision int8: it is for the CPU, not for --device ${computing.device}.`);
  }
  return { ...computing, precision };
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
