import { createCanvas, ImageData } from '@napi-rs/canvas';
import { caseSize, shadeCase } from '../../evaluate/report/shade-case.ts';
import type { WorstCase } from '../../evaluate/results.ts';
import { runTrial } from '../../evaluate/trial.ts';
import type { Mask } from '../../mask/mask.ts';
import type { Engine } from '../engine/engine.ts';
import { Failure } from '../failure.ts';
import { askerOf, imageOf, readSubject } from './perform.ts';
import type { EvaluateTask } from './task.ts';

const SIDE = 800;
const QUALITY = 80;

/** One bad answer, to be made once more and drawn. */
export interface CaseTask extends EvaluateTask {
  readonly worst: WorstCase;
}

/** A JPEG of what the model saw, with its mask against the truth. Throws a Failure that says what is wrong with photo or truth. */
export async function drawCase(engine: Engine, task: CaseTask): Promise<Uint8Array> {
  const { worst, subjects, questions } = task;
  const { made, seen, objects, seed } = await readSubject(task);
  const truth = objects[worst.object];
  const [subject = 'robust'] = subjects;
  if (!truth) throw new Failure(`${task.photo}: object ${worst.object} is not in its truth`);
  const ask = askerOf(engine, subject, imageOf(subject, seen));
  let last: Mask | null = null;
  await runTrial(
    async (prompt, asOne) => {
      const reply = await ask(prompt, asOne);
      last = reply.mask;
      return reply;
    },
    { truth, questions, seeds: [worst.object, seed] },
  );
  if (!last) throw new Failure(`${task.photo}: nothing could be asked`);
  const size = caseSize(made.size, SIDE);
  const whole = createCanvas(made.size.width, made.size.height);
  const { width, height } = made.size;
  whole.getContext('2d').putImageData(new ImageData(made.rgba, width, height), 0, 0);
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  context.drawImage(whole, 0, 0, size.width, size.height);
  const pixels = context.getImageData(0, 0, size.width, size.height);
  shadeCase(pixels.data, size, last, truth);
  context.putImageData(pixels, 0, 0);
  return canvas.encode('jpeg', QUALITY);
}
