import { crc32 } from 'node:zlib';
import type { Photo as Pixels } from '../../degrade/photo.ts';
import { degrade } from '../../degrade/registry.ts';
import type { Subject } from '../../evaluate/results.ts';
import { type Ask, runTrial, type TrialAnswer } from '../../evaluate/trial.ts';
import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea } from '../../mask/measure.ts';
import type { Engine, Seen } from '../engine/engine.ts';
import { predictedIouOf } from '../engine/mask-of.ts';
import { Failure } from '../failure.ts';
import { readMaskPicture } from './mask-picture.ts';
import { readPixels, seenPixels, seenRestored } from './pixels.ts';
import type { DoneTrial, EvaluateTask, ObjectChoice, SubjectAnswer, Truth } from './task.ts';

/** A photo under a condition, and the objects on it that are asked about. */
interface Subjected {
  readonly made: Pixels;
  readonly seen: Seeable;
  readonly objects: readonly Mask[];
  readonly seed: number;
}

type Seeable = ReturnType<typeof seenPixels>;

/** Throws a Failure that says what is wrong with photo or truth. */
export async function readSubject(task: EvaluateTask): Promise<Subjected> {
  const { photo, truth, condition } = task;
  const pixels = await pixelsOf(task.path);
  const objects = chosen(await masksOf(truth, pixels.size), task.objects);
  if (objects.length === 0) throw new Failure(`${photo}: no object is in its truth`);
  // As training/evaluation seeds, where the file is called like the record.
  const seed = crc32(photo.replace(/\.[^./]+$/, ''));
  const { degradation, severity } = condition;
  const made =
    degradation === null
      ? pixels
      : degrade(pixels, { steps: [{ name: degradation, severity }], seed });
  const seen = seenPixels(`${photo} ${degradation} ${severity}`, made);
  return { made, seen, objects, seed };
}

/** Asks all subjects about a photo under one condition. Throws a Failure that says what is wrong with photo or truth. */
export async function perform(engine: Engine, task: EvaluateTask): Promise<DoneTrial> {
  const { photo, condition, subjects, questions } = task;
  const { seen, objects, seed } = await readSubject(task);
  const answers: SubjectAnswer[] = [];
  // Pixels by pixels, since few embeddings are kept.
  for (const isRestored of [false, true]) {
    const asked = subjects.filter((subject) => seesRestored(subject) === isRestored);
    const [first] = asked;
    if (!first) continue;
    const image = imageOf(first, seen);
    for (const subject of asked)
      for (const [object, mask] of objects.entries()) {
        const trial = { truth: mask, questions, seeds: [object, seed] };
        const own = await runTrial(askerOf(engine, subject, image), trial);
        answers.push(...own.map((answer) => ({ subject, object, answer: rounded(answer) })));
      }
  }
  return { photo, ...condition, answers };
}

function seesRestored(subject: Subject): boolean {
  return subject.startsWith('restored');
}

/** What a subject is asked about: the pixels as they are, or restored before. */
export function imageOf(subject: Subject, seen: Seeable): Seen {
  return seesRestored(subject) ? seenRestored(seen) : seen;
}

export function askerOf(engine: Engine, subject: Subject, seen: Seen): Ask {
  const model = subject === 'plain' || subject === 'restored_plain' ? 'plain' : 'robust';
  return async (prompt, asOne) => {
    const decoded = await engine.ask(seen, model, prompt, asOne);
    // As the model gives it: specks and holes count.
    return { mask: decoded.mask, predictedIou: predictedIouOf(decoded) };
  };
}

let last: { readonly path: string; readonly pixels: Pixels } | null = null;

/** The conditions of a photo come one after the other. */
async function pixelsOf(path: string): Promise<Pixels> {
  if (last?.path !== path) last = { path, pixels: await readPixels(path) };
  return last.pixels;
}

async function masksOf(truth: Truth, photo: Size): Promise<readonly Mask[]> {
  return truth.kind === 'masks' ? truth.masks : readMaskPicture(truth.path, photo);
}

function chosen(masks: readonly Mask[], choice: ObjectChoice): Mask[] {
  const sized = masks.map((mask) => ({ mask, area: maskArea(mask) }));
  const all = sized.filter(({ area }) => area > 0).sort((a, b) => b.area - a.area);
  const places = choice === 'largest' ? [0] : [0, Math.floor(all.length / 2), all.length - 1];
  return [...new Set(places)].flatMap((place) => all[place]?.mask ?? []);
}

const DIGITS = 1e5;

function rounded(answer: TrialAnswer): TrialAnswer {
  const numbers = Object.entries(answer).map(([name, value]) => [
    name,
    typeof value === 'number' ? Math.round(value * DIGITS) / DIGITS : value,
  ]);
  // The same names with values of the same types.
  return Object.fromEntries(numbers) as TrialAnswer;
}
