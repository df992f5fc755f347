import { join, resolve } from 'node:path';
import { maskBox } from '../../mask/measure.ts';
import { modelOf, onlyPositional, parse } from '../arguments.ts';
import { listPhotos } from '../batch/list-photos.ts';
import { type FolderLabels, type LabelledPhoto, readLabels } from '../batch/read-labels.ts';
import { reportRun, runBatch } from '../batch/run.ts';
import type { AskedObject, Task } from '../batch/task.ts';
import { readSetId } from '../engine/engine.ts';
import { FAILED, misuse } from '../failure.ts';
import { BATCH_OPTIONS, batchOptionsOf } from './batch-options.ts';

const OPTIONS = {
  ...BATCH_OPTIONS,
  boxes: { type: 'string' },
  'as-is': { type: 'boolean' },
} as const;

/** Boxes of a detector to masks, for every photo of a folder. */
export async function label(args: readonly string[]): Promise<number> {
  const given = parse(args, OPTIONS);
  const folder = onlyPositional(given, 'DIR');
  const boxes = given.last('boxes');
  if (boxes === undefined) throw misuse('--boxes coco.json is missing.');
  const batch = batchOptionsOf(given);
  const model = modelOf(given);
  const isAsIs = given.has('as-is');
  const labels = await readLabels(boxes, folder, await listPhotos(folder));
  warnOf(labels);
  const tasks = labels.photos.map(
    (labelled): Task => ({
      photo: labelled.photo,
      path: resolve(join(folder, labelled.photo)),
      model,
      isAsIs,
      look: { kind: 'boxes', objects: askedOf(labelled) },
      cocoId: labelled.cocoId,
    }),
  );
  const { sha256, classes, unmatched, skipped } = labels;
  const { device } = batch.computing;
  const settings = {
    command: 'label',
    set: await readSetId(),
    model,
    isAsIs,
    boxes: sha256,
    device,
  };
  const summary = await runBatch({ ...batch, settings, tasks, classes });
  const code = reportRun(summary, given.has('json'), { unmatched, skipped });
  return skipped.length > 0 ? FAILED : code;
}

/** The box of what the file has of each object: a box alone, or a mask. */
function askedOf({ objects }: LabelledPhoto): AskedObject[] {
  return objects.flatMap(({ mask, ...object }) => {
    const box = maskBox(mask);
    return box ? [{ ...object, box }] : [];
  });
}

function warnOf({ unmatched, skipped }: FolderLabels): void {
  for (const line of skipped) process.stderr.write(`left out: ${line}\n`);
  if (unmatched.length === 0) return;
  const some = unmatched.slice(0, 3).join(', ') + (unmatched.length > 3 ? ', ...' : '');
  process.stderr.write(`not in the folder: ${unmatched.length} photos (${some})\n`);
}
