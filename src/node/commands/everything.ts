import { join, resolve } from 'node:path';
import { EVERYTHING_DEFAULTS, THRESHOLDS } from '../../engine/everything.ts';
import { UNNAMED_CLASS } from '../../formats/dataset.ts';
import { countOf, modelOf, onlyPositional, parse } from '../arguments.ts';
import { listPhotos } from '../batch/list-photos.ts';
import { reportRun, runBatch } from '../batch/run.ts';
import type { Task } from '../batch/task.ts';
import { readSetId } from '../engine/engine.ts';
import { BATCH_OPTIONS, batchOptionsOf } from './batch-options.ts';

const OPTIONS = {
  ...BATCH_OPTIONS,
  'crop-layers': { type: 'string' },
  'whole-grid': { type: 'boolean' },
} as const;

/** SAM's automatic masks on every photo of a folder. */
export async function everything(args: readonly string[]): Promise<number> {
  const given = parse(args, OPTIONS);
  const folder = onlyPositional(given, 'DIR');
  const batch = batchOptionsOf(given);
  const model = modelOf(given);
  const options = {
    ...EVERYTHING_DEFAULTS,
    ...THRESHOLDS[model],
    cropLayers: countOf(given, 'crop-layers') ?? EVERYTHING_DEFAULTS.cropLayers,
    pointShare: given.has('whole-grid') ? 1 : EVERYTHING_DEFAULTS.pointShare,
  };
  const photos = await listPhotos(folder);
  const tasks = photos.map((photo): Task => {
    const path = resolve(join(folder, photo));
    return { photo, path, model, isAsIs: true, look: { kind: 'everything', options } };
  });
  const { device } = batch.computing;
  const settings = { command: 'everything', set: await readSetId(), model, options, device };
  const classes = [{ name: UNNAMED_CLASS }];
  const summary = await runBatch({ ...batch, settings, tasks, classes });
  return reportRun(summary, given.has('json'));
}
