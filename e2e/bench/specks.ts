import { join } from 'node:path';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import { contract } from '../../src/contract/contract.ts';
import type { ModelKind } from '../../src/contract/model-kind.ts';
import type { ImageBox, Size } from '../../src/geometry/spaces.ts';
import { maskFromBitmap } from '../../src/mask/bitmap.ts';
import { countParts, splitMask } from '../../src/mask/holes.ts';
import type { Mask } from '../../src/mask/mask.ts';
import { maskArea, maskBox, maskIou } from '../../src/mask/measure.ts';
import { complementOf, intersectMasks } from '../../src/mask/patch.ts';
import { tidyMask } from '../../src/mask/tidy.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { openReferenceModel } from '../golden/model.ts';
import { isClear, modelImageOf } from '../golden/model-image.ts';
import { createRandom, deepestPoint, idsIn, labelledPhotos } from './labelled-photos.ts';

/**
 * What goes with specks and small holes, natively: how many of them, and whether any second part or hole goes
 * that annotators drew and the model found. Photos clear, and dark with noise.
 *   npm run bench:specks -- PHOTOS/manifest.jsonl [photos]
 */
const MODELS: readonly ModelKind[] = ['robust', 'plain'];
const [list = '', wanted = '40'] = process.argv.slice(2);
const [OBJECTS_A_PHOTO, LEAST_OBJECT, SEED] = [4, 300, 5];
/** Pixels of an annotator's part or hole that is no slip of the hand, on photos of 512 pixels: four cells of logits. */
const LEAST_REAL = 16;
const NOTHING_MEANT = { inside: [], outside: [] };

interface Tally {
  masks: number;
  pieces: [before: number, after: number];
  iou: [before: number, after: number];
  realParts: [found: number, kept: number];
  realHoles: [found: number, kept: number];
}

const random = createRandom(SEED);
const model = await openReferenceModel();
const photos = labelledPhotos(list);
const tallies = new Map<string, Tally>();
const own = { parts: [0, 0] as [number, number], holes: [0, 0] as [number, number] };
for (let done = 0; done < Number(wanted); ) {
  const { image, mask } = pick(photos);
  const picture = await loadImage(join(list, '..', image));
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  const truths = await truthsIn(join(list, '..', mask));
  for (const truth of truths) tallyOwn(truth);
  await measure('clear', canvas, truths);
  await measure('dark', darkened(canvas), truths);
  console.log(`${++done} of ${wanted} photos`);
}
print();

async function truthsIn(path: string): Promise<Mask[]> {
  const { size, ids } = await idsIn(path);
  const truths = [...new Set(ids)]
    .filter((id) => id > 0)
    .map((id) =>
      maskFromBitmap(
        ids.map((one) => (one === id ? 1 : 0)),
        size,
      ),
    );
  const large = truths.filter((truth) => maskArea(truth) >= LEAST_OBJECT);
  while (large.length > OBJECTS_A_PHOTO) large.splice(Math.floor(random() * large.length), 1);
  return large;
}

async function measure(condition: string, canvas: Canvas, truths: readonly Mask[]): Promise<void> {
  const embedding = await model.encode(modelImageOf(canvas), isClear(canvas));
  for (const truth of truths)
    for (const [name, prompt] of Object.entries(promptsFor(truth)))
      for (const kind of MODELS) {
        const mask = await model.decode(kind, embedding, prompt, truth.size);
        tally(`${condition}, ${kind}, ${name}`, mask, truth);
      }
}

function promptsFor(truth: Mask): Readonly<Record<string, Prompt>> {
  const box = maskBox(truth) as ImageBox;
  return {
    point: [{ kind: 'point', at: deepestPoint(truth), label: 'include', candidate: null }],
    box: [{ kind: 'box', box, candidate: null }],
  };
}

function tally(asked: string, mask: Mask, truth: Mask): void {
  const all = tallies.get(asked) ?? {
    masks: 0,
    pieces: [0, 0],
    iou: [0, 0],
    realParts: [0, 0],
    realHoles: [0, 0],
  };
  tallies.set(asked, all);
  const tidied = tidyMask(mask, cellArea(mask.size), NOTHING_MEANT)?.mask ?? mask;
  all.masks++;
  for (const [i, one] of [mask, tidied].entries()) {
    const { parts, holes } = countParts(one);
    all.pieces[i] = (all.pieces[i] ?? 0) + parts + holes;
    all.iou[i] = (all.iou[i] ?? 0) + maskIou(one, truth);
  }
  for (const part of secondParts(truth)) count(all.realParts, part, mask, tidied);
  for (const hole of holesIn(truth))
    count(all.realHoles, hole, complementOf(mask), complementOf(tidied));
}

/** Found: more than half of it is in the mask. */
function count(into: [number, number], piece: Mask, before: Mask, after: Mask): void {
  const isIn = (mask: Mask) => maskArea(intersectMasks(piece, mask)) > maskArea(piece) / 2;
  if (!isIn(before)) return;
  into[0]++;
  if (isIn(after)) into[1]++;
}

/** What would go of annotators' own. */
function tallyOwn(truth: Mask): void {
  const tidied = tidyMask(truth, cellArea(truth.size), NOTHING_MEANT)?.mask ?? truth;
  for (const part of secondParts(truth)) count(own.parts, part, truth, tidied);
  for (const hole of holesIn(truth))
    count(own.holes, hole, complementOf(truth), complementOf(tidied));
}

function secondParts(truth: Mask): Mask[] {
  const parts = splitMask(truth).sort((a, b) => maskArea(b) - maskArea(a));
  return parts.slice(1).filter((part) => maskArea(part) >= LEAST_REAL);
}

function holesIn(truth: Mask): Mask[] {
  const { width, height } = truth.size;
  return splitMask(complementOf(truth)).filter((hole) => {
    const box = maskBox(hole) as ImageBox;
    const isInside = box.x0 > 0 && box.y0 > 0 && box.x1 < width && box.y1 < height;
    return isInside && maskArea(hole) >= LEAST_REAL;
  });
}

function cellArea({ width, height }: Size): number {
  return (Math.max(width, height) / contract.mask.size) ** 2;
}

/** Two fifths of the light, and noise. */
function darkened(canvas: Canvas): Canvas {
  const { width, height } = canvas;
  const dark = createCanvas(width, height);
  const context = dark.getContext('2d');
  context.drawImage(canvas, 0, 0);
  const pixels = context.getImageData(0, 0, width, height);
  const { data } = pixels;
  for (let i = 0; i < data.length; i++) {
    if (i % 4 === 3) continue;
    const noise = (random() + random() + random() + random() - 2) * 50;
    data[i] = Math.min(Math.max((data[i] ?? 0) * 0.4 + noise, 0), 255);
  }
  context.putImageData(pixels, 0, 0);
  return dark;
}

function pick<T>(from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

function print(): void {
  const table = [...tallies].map(([asked, { masks, pieces, iou, realParts, realHoles }]) => ({
    asked,
    masks,
    'parts and holes a mask': pieces.map((sum) => (sum / masks).toFixed(2)).join(' → '),
    IoU: iou.map((sum) => (sum / masks).toFixed(4)).join(' → '),
    'second parts found': realParts.join(' → '),
    'holes found': realHoles.join(' → '),
  }));
  console.table(table);
  console.log(`of annotators’ own: parts ${own.parts.join(' → ')}, holes ${own.holes.join(' → ')}`);
}
