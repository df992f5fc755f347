import { UNNAMED_CLASS } from '../../formats/dataset.ts';
import type { Engine } from '../engine/engine.ts';
import { maskOf, predictedIouOf } from '../engine/mask-of.ts';
import { type Photo, readPhoto } from '../engine/photo.ts';
import type { AskedObject, FoundObject, LookedAt, Task } from './task.ts';

/** Does one task. Throws a Failure that says what is wrong with the photo. */
export async function perform(engine: Engine, task: Task): Promise<LookedAt> {
  const photo = await readPhoto(task.path);
  return { size: photo.size, objects: await objectsOn(engine, photo, task) };
}

async function objectsOn(engine: Engine, photo: Photo, task: Task): Promise<FoundObject[]> {
  const { look, model } = task;
  if (look.kind === 'boxes') {
    const objects: FoundObject[] = [];
    for (const asked of look.objects) objects.push(await inBox(engine, photo, task, asked));
    return objects;
  }
  const found = await engine.findEverything(photo, model, look.options);
  return found.map(({ mask, predictedIou, stability }) => ({
    className: UNNAMED_CLASS,
    mask,
    score: asScore(predictedIou),
    note: '',
    attributes: [['stability', rounded(stability)]],
  }));
}

async function inBox(
  engine: Engine,
  photo: Photo,
  { model, isAsIs }: Task,
  { box, ...object }: AskedObject,
): Promise<FoundObject> {
  const decoded = await engine.ask(photo, model, [{ kind: 'box', box, candidate: null }]);
  const predicted = predictedIouOf(decoded);
  return {
    ...object,
    mask: maskOf(decoded, isAsIs),
    // The detector's own, where it has said one.
    score: object.score ?? asScore(predicted),
    attributes: [...object.attributes, ['predicted_iou', rounded(predicted)]],
  };
}

/** An estimate may overshoot what a score can be. */
function asScore(value: number): number {
  return rounded(Math.min(1, Math.max(0, value)));
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
