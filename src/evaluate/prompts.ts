import type { ImageBox, ImagePoint } from '../geometry/spaces.ts';
import type { Mask } from '../mask/mask.ts';
import { maskArea, maskBox } from '../mask/measure.ts';
import { subtractFromMask } from '../mask/patch.ts';
import { forEachForegroundRun } from '../mask/runs.ts';
import type { PromptStep } from '../prompt/prompt.ts';
import type { Random } from './random.ts';
import { centreOf, largestPart } from './region.ts';

/** Prompts as training/data/prompts.py places them; tests hold the two together. */

const POINTS = 3;
/** Each side of a box as a person draws it is off by up to this share. */
const LOOSE = 0.2;

/** Null for an object of no pixels. */
export function centralClick(truth: Mask): PromptStep | null {
  const at = centreOf(truth);
  return at && clickAt(at, 'include');
}

export function randomClicks(truth: Mask, random: Random): PromptStep[] {
  const chosen = random.integers(maskArea(truth), POINTS);
  return chosen.map((place) => clickAt(pixelAt(truth, place), 'include'));
}

export function boxStep(truth: Mask): PromptStep | null {
  const box = maskBox(truth);
  return box && { kind: 'box', box, candidate: null };
}

export function looseBoxStep(truth: Mask, random: Random): PromptStep | null {
  const box = maskBox(truth);
  if (!box) return null;
  const [across, down] = [box.x1 - box.x0, box.y1 - box.y0];
  const { width, height } = truth.size;
  const [left = 0, top = 0, right = 0, bottom = 0] = random
    .normals(4)
    .map((value) => Math.min(LOOSE, Math.max(-LOOSE, value * LOOSE)));
  const loose: ImageBox = {
    x0: within(box.x0 + left * across, width),
    y0: within(box.y0 + top * down, height),
    x1: within(box.x1 + right * across, width),
    y1: within(box.y1 + bottom * down, height),
  };
  return { kind: 'box', box: loose, candidate: null };
}

/** In the middle of the largest mistake: what is missing is included, what is too much excluded. Null: there is none. */
export function correctiveClick(truth: Mask, answer: Mask): PromptStep | null {
  const missing = largestPart(subtractFromMask(truth, answer));
  const surplus = largestPart(subtractFromMask(answer, truth));
  const isMissing = missing.area >= surplus.area;
  const at = centreOf((isMissing ? missing : surplus).part);
  return at && clickAt(at, isMissing ? 'include' : 'exclude');
}

function clickAt(at: ImagePoint, label: 'include' | 'exclude'): PromptStep {
  return { kind: 'point', at, label, candidate: null };
}

/** The middle of the n-th pixel of the mask, row by row. */
function pixelAt(mask: Mask, place: number): ImagePoint {
  let left = place;
  let index = 0;
  forEachForegroundRun(mask, (start, end) => {
    if (left >= 0 && left < end - start) index = start + left;
    left -= end - start;
  });
  const { width } = mask.size;
  return { x: (index % width) + 0.5, y: Math.floor(index / width) + 0.5 };
}

function within(value: number, length: number): number {
  return Math.min(length, Math.max(0, value));
}
