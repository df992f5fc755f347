import { doubtsOf } from '../../src/app/review/doubts.ts';
import { contract } from '../../src/contract/contract.ts';
import type { ModelKind } from '../../src/contract/model-kind.ts';
import type { MaskObject } from '../../src/document/types.ts';
import { maskFromBitmap, maskToBitmap } from '../../src/mask/bitmap.ts';
import { uniteMasks } from '../../src/mask/combine.ts';
import { cropMask, placeMask } from '../../src/mask/crop.ts';
import { growMask, shrinkMask } from '../../src/mask/grow.ts';
import type { Mask } from '../../src/mask/mask.ts';
import { maskArea, maskBox, maskIou } from '../../src/mask/measure.ts';
import { tidyMask } from '../../src/mask/tidy.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { readAnswers, readPrompts, unpackMask } from '../golden/answers.ts';
import { createRandom } from './labelled-photos.ts';

/**
 * Faults are planted in one of ten golden masks of the samples; how many of them lie in the first tenth of the
 * queue? By shape and prompt alone, without what the model says of itself.
 *   npm run bench:review -- [rounds]
 */
const [rounds = '300'] = process.argv.slice(2);
/** From here on two answers are the same object, asked for in two ways. */
const SAME_OBJECT = 0.5;
const LEAST_AREA = 400;
const SEED = 11;
const MODELS: readonly ModelKind[] = ['robust', 'plain'];

interface Labelled {
  readonly object: MaskObject;
  /** What was planted; null: it is as it was. */
  readonly fault: string | null;
}

const random = createRandom(SEED);

const FAULTS: Readonly<Record<string, (mask: Mask, others: readonly Mask[]) => Mask | null>> = {
  eroded: (mask) => shrinkMask(mask, sideOf(mask) * (0.12 + 0.1 * random())),
  dilated: (mask) => growMask(mask, sideOf(mask) * (0.12 + 0.1 * random())),
  shifted: (mask) => moved(mask, sideOf(mask) * (0.3 + 0.3 * random())),
  merged: (mask, [other]) => (other ? uniteMasks([mask, other], mask.size) : null),
  speckled: (mask) => speckled(mask, 6 + Math.floor(10 * random())),
  duplicated: (mask) => growMask(mask, 1),
};

const photos = labelled();
const tally = new Map(Object.keys(FAULTS).map((fault) => [fault, { planted: 0, found: 0 }]));
for (let round = 0; round < Number(rounds); round++) measureRound();
print();

/** Each sample with the objects that one model found on it, as the app keeps them. */
function labelled(): readonly (readonly Labelled[])[] {
  const all = Object.entries(readPrompts());
  return MODELS.flatMap((model) => all.map(([photo, prompts]) => foundBy(model, photo, prompts)));
}

function foundBy(
  model: ModelKind,
  photo: string,
  prompts: Readonly<Record<string, Prompt>>,
): readonly Labelled[] {
  const { photo: size, masks } = readAnswers(photo);
  const cell = (Math.max(size.width, size.height) / contract.mask.size) ** 2;
  const kept: Labelled[] = [];
  for (const [name, prompt] of Object.entries(prompts)) {
    const raw = unpackMask(masks[model][name] ?? '', size);
    const mask = tidyMask(raw, cell, { inside: [], outside: [] })?.mask ?? raw;
    const isNew = kept.every(({ object }) => maskIou(object.mask, mask) < SAME_OBJECT);
    const object = { ...bare(`${photo} ${model} ${name}`, model), mask, prompt };
    if (isNew && maskArea(mask) >= LEAST_AREA) kept.push({ object, fault: null });
  }
  return kept;
}

function bare(id: string, model: ModelKind): Omit<MaskObject, 'mask' | 'prompt'> {
  const facts = { color: 0, classId: null, predictedIou: null, model } as const;
  return { id, name: id, ...facts, isHidden: false, isLocked: false, note: '', attributes: [] };
}

function measureRound(): void {
  const all = photos.flat();
  const chosen = new Set(shuffled(all).slice(0, Math.round(all.length / 10)));
  const planted = photos.map((objects) => plantedIn(objects, chosen));
  const queue = planted
    .flatMap((objects) => {
      const doubts = doubtsOf(objects.map(({ object }) => object));
      return objects.map(({ fault }, i) => ({ fault, score: doubts[i]?.score ?? 0 }));
    })
    .sort((a, b) => b.score - a.score);
  const first = new Set(queue.slice(0, Math.ceil(queue.length / 10)));
  for (const one of queue) {
    const counts = tally.get(one.fault ?? '');
    if (!counts) continue;
    counts.planted++;
    if (first.has(one)) counts.found++;
  }
}

function plantedIn(objects: readonly Labelled[], chosen: ReadonlySet<Labelled>): Labelled[] {
  let left = [...objects];
  for (const one of objects.filter((each) => chosen.has(each))) {
    const names = Object.keys(FAULTS);
    const fault = names[Math.floor(random() * names.length)] ?? '';
    const others = shuffled(left.filter((each) => each !== one && !each.fault));
    const mask =
      FAULTS[fault]?.(
        one.object.mask,
        others.map(({ object }) => object.mask),
      ) ?? null;
    // Nothing to merge with, or nothing left.
    if (!mask || maskArea(mask) === 0 || !left.includes(one)) continue;
    const wrong = {
      ...one,
      fault,
      object: { ...one.object, id: `${one.object.id} ${fault}`, mask },
    };
    if (fault === 'duplicated') left = [...left, wrong];
    else left = left.map((each) => (each === one ? wrong : each));
    if (fault === 'merged') left = left.filter((each) => each !== others[0]);
  }
  return left;
}

function sideOf(mask: Mask): number {
  return Math.sqrt(maskArea(mask));
}

function moved(mask: Mask, by: number): Mask | null {
  const box = maskBox(mask);
  if (!box) return null;
  const angle = 2 * Math.PI * random();
  const at = {
    x: Math.round(box.x0 + by * Math.cos(angle)),
    y: Math.round(box.y0 + by * Math.sin(angle)),
  };
  return placeMask(cropMask(mask, box), at, mask.size);
}

/** Round crumbs around the object and holes in it. */
function speckled(mask: Mask, count: number): Mask {
  const { width, height } = mask.size;
  const bits = maskToBitmap(mask);
  const box = maskBox(mask) ?? { x0: 0, y0: 0, x1: width, y1: height };
  for (let i = 0; i < count; i++) {
    const radius = 2 + 3 * random();
    const x = box.x0 + random() * (box.x1 - box.x0);
    const y = box.y0 + random() * (box.y1 - box.y0);
    const value = bits[Math.floor(y) * width + Math.floor(x)] ? 0 : 1;
    for (let dy = -5; dy <= 5; dy++)
      for (let dx = -5; dx <= 5; dx++) {
        const [px, py] = [Math.floor(x + dx), Math.floor(y + dy)];
        const isOn =
          px >= 0 && py >= 0 && px < width && py < height && Math.hypot(dx, dy) <= radius;
        if (isOn) bits[py * width + px] = value;
      }
  }
  return maskFromBitmap(bits, mask.size);
}

function shuffled<T>(all: readonly T[]): T[] {
  const drawn = all.map((one) => ({ one, key: random() }));
  return drawn.sort((a, b) => a.key - b.key).map(({ one }) => one);
}

function print(): void {
  const rows = [...tally].map(([fault, { planted, found }]) => ({ fault, planted, found }));
  const sum = (key: 'planted' | 'found') => rows.reduce((total, row) => total + row[key], 0);
  const all = { fault: 'all', planted: sum('planted'), found: sum('found') };
  console.table(
    [...rows, all].map((row) => ({ ...row, share: (row.found / row.planted).toFixed(2) })),
  );
  console.log(`${photos.flat().length} objects on ${photos.length} photos, ${rounds} rounds`);
}
