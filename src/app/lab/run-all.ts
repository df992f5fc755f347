import type { Degrader } from '../../degrade/client.ts';
import { DEGRADATION_NAMES } from '../../degrade/stack.ts';
import { conditionsOf } from '../../evaluate/conditions.ts';
import { qualityOf } from '../../evaluate/metrics.ts';
import type { Condition, Row } from '../../evaluate/results.ts';
import { closeLevels } from '../../photo/levels.ts';
import type { Context } from '../state/context.ts';
import { askAboutDegraded, type LabSubject } from './asking.ts';
import { drawCase } from './case-picture.ts';
import { degradedPhoto } from './degrading.ts';
import type { LabCase, LabResult, LabRun } from './lab-state.ts';

/** So many of the worst are drawn. */
const DRAWN = 6;

interface RunAll {
  readonly context: Pick<Context, 'engine' | 'view' | 'files' | 'photos'>;
  readonly degrader: Degrader;
  readonly signal: AbortSignal;
  readonly photo: { readonly id: string; readonly name: string };
  readonly subject: LabSubject;
  readonly seed: number;
  onProgress(run: LabRun): void;
}

/** Every degradation at five severities, the clear photo first. Rejects as one that is degraded and asked about alone. */
export async function runAll({
  photo,
  subject,
  seed,
  onProgress,
  ...parts
}: RunAll): Promise<void> {
  const conditions = conditionsOf(DEGRADATION_NAMES);
  let run: LabRun = {
    photoId: photo.id,
    seed,
    done: 0,
    of: conditions.length,
    startedAt: performance.now(),
    isOver: false,
    rows: [],
    worst: [],
  };
  onProgress(run);
  for (const condition of conditions) {
    const { results, worst } = await askUnder(condition, { photo, subject, seed, ...parts }, run);
    const rows = results.map((result): Row => rowOf(photo.name, condition, result, subject));
    run = { ...run, done: run.done + 1, rows: [...run.rows, ...rows], worst };
    onProgress({ ...run, isOver: run.done === run.of });
  }
}

async function askUnder(
  condition: Condition,
  { context, degrader, signal, photo, subject, seed }: Omit<RunAll, 'onProgress'>,
  { worst }: LabRun,
): Promise<{ results: readonly LabResult[]; worst: readonly LabCase[] }> {
  const { degradation, severity } = condition;
  const steps = degradation === null ? [] : [{ name: degradation, severity }];
  const stack = { steps, seed };
  const degraded = await degradedPhoto(context, degrader, signal, photo.id, stack);
  try {
    const id = `${photo.id} ${JSON.stringify(stack)}`;
    const results = await askAboutDegraded(context, degrader, signal, { id, degraded, subject });
    const [first] = results;
    if (!first || first.iou >= (worst[DRAWN - 1]?.iou ?? Infinity)) return { results, worst };
    const picture = await drawCase(degraded.levels, first.mask, subject.truth);
    const { iou } = first;
    const all = [...worst, { ...condition, subject: first.subject, iou, picture }];
    return { results, worst: all.sort((a, b) => a.iou - b.iou).slice(0, DRAWN) };
  } finally {
    closeLevels(degraded.levels);
  }
}

function rowOf(
  photo: string,
  condition: Condition,
  { subject, mask, predictedIou }: LabResult,
  { truth }: LabSubject,
): Row {
  const answer = { prompt: 'own', predictedIou, ...qualityOf(mask, truth) } as const;
  return { photo, object: 0, ...condition, subject, answer };
}
