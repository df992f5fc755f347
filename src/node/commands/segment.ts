import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Decoded } from '../../engine/protocol.ts';
import { cocoCounts, compressCounts } from '../../formats/coco/rle.ts';
import { cocoBox } from '../../formats/coco/write.ts';
import { greyPng } from '../../formats/png/encode.ts';
import type { Size } from '../../geometry/spaces.ts';
import { maskToBitmap } from '../../mask/bitmap.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea } from '../../mask/measure.ts';
import type { Prompt, PromptStep } from '../../prompt/prompt.ts';
import {
  COMMON_OPTIONS,
  deviceOf,
  type Given,
  type GivenOption,
  modelOf,
  numbersOf,
  onlyPositional,
  parse,
} from '../arguments.ts';
import { computingOn } from '../engine/computing.ts';
import { openEngine } from '../engine/engine.ts';
import { maskOf, predictedIouOf } from '../engine/mask-of.ts';
import { readPhoto } from '../engine/photo.ts';
import { misuse } from '../failure.ts';

const OPTIONS = {
  ...COMMON_OPTIONS,
  'as-is': { type: 'boolean' },
  point: { type: 'string', multiple: true },
  not: { type: 'string', multiple: true },
  box: { type: 'string' },
  out: { type: 'string' },
} as const;

/** One photo, one prompt, one mask. */
export async function segment(args: readonly string[]): Promise<number> {
  const given = parse(args, OPTIONS);
  const path = onlyPositional(given, 'PHOTO');
  const prompt = promptOf(given);
  const model = modelOf(given);
  const device = deviceOf(given);
  const out = given.last('out');
  if (out === undefined && !given.has('json')) throw misuse('--out mask.png is missing.');
  const photo = await readPhoto(path);
  const clipped = prompt.map((step) => withinPhoto(step, photo.size));
  const engine = await openEngine(computingOn(device, availableParallelism()));
  const decoded = await engine.ask(photo, model, clipped);
  const mask = maskOf(decoded, given.has('as-is'));
  if (out !== undefined) await writeFile(out, maskPng(mask));
  const found = { photo: path, model, set: engine.setId, out: out ?? null };
  const line = given.has('json')
    ? JSON.stringify({ ...found, ...facts(mask, decoded) })
    : inWords(out ?? '', mask, decoded);
  process.stdout.write(`${line}\n`);
  return 0;
}

/** In the order of the options, as a person would click. */
function promptOf(given: Given): Prompt {
  const steps = given.options.flatMap((option) => stepOf(option) ?? []);
  if (steps.length === 0) throw misuse('a prompt is missing: --point x,y or --box x0,y0,x1,y1.');
  if (steps.every((step) => step.kind === 'point' && step.label === 'exclude')) {
    throw misuse('--not alone says nothing of the object: add --point or --box.');
  }
  return steps;
}

function stepOf(option: GivenOption): PromptStep | null {
  switch (option.name) {
    case 'point':
    case 'not': {
      const [x = 0, y = 0] = numbersOf(option, 'x,y');
      const label = option.name === 'point' ? 'include' : 'exclude';
      return { kind: 'point', at: { x, y }, label, candidate: null };
    }
    case 'box': {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbersOf(option, 'x0,y0,x1,y1');
      if (x1 <= x0 || y1 <= y0)
        throw misuse(`--box ${option.value}: x1 and y1 are the larger ones.`);
      return { kind: 'box', box: { x0, y0, x1, y1 }, candidate: null };
    }
    default:
      return null;
  }
}

/** A box may overhang the photo, a point may not. */
function withinPhoto(step: PromptStep, { width, height }: Size): PromptStep {
  const size = `the photo has ${width} x ${height} pixels`;
  if (step.kind === 'point') {
    const { x, y } = step.at;
    if (x >= 0 && y >= 0 && x < width && y < height) return step;
    throw misuse(`the point ${x},${y} lies outside: ${size}.`);
  }
  const { x0, y0, x1, y1 } = step.box;
  if (x0 >= width || y0 >= height || x1 <= 0 || y1 <= 0) {
    throw misuse(`the box ${x0},${y0},${x1},${y1} lies outside: ${size}.`);
  }
  const box = {
    x0: Math.max(0, x0),
    y0: Math.max(0, y0),
    x1: Math.min(width, x1),
    y1: Math.min(height, y1),
  };
  return { ...step, box };
}

/** White is the object. */
function maskPng(mask: Mask): Uint8Array {
  return greyPng(
    maskToBitmap(mask).map((bit) => bit * 255),
    mask.size,
  );
}

function facts(mask: Mask, decoded: Decoded) {
  const { width, height } = mask.size;
  return {
    width,
    height,
    area: maskArea(mask),
    bbox: cocoBox(mask),
    predicted_iou: predictedIouOf(decoded),
    segmentation: { size: [height, width], counts: compressCounts(cocoCounts(mask)) },
    milliseconds: Math.round(decoded.milliseconds),
  };
}

function inWords(out: string, mask: Mask, decoded: Decoded): string {
  const area = maskArea(mask);
  const share = ((100 * area) / (mask.size.width * mask.size.height)).toFixed(1);
  return `${out}: ${area} pixels (${share} % of the photo), predicted IoU ${predictedIouOf(decoded).toFixed(2)}`;
}
