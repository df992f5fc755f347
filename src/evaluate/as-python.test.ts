import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Mask } from '../mask/mask.ts';
import type { PromptStep } from '../prompt/prompt.ts';
import { qualityOf } from './metrics.ts';
import { boxStep, centralClick, correctiveClick, looseBoxStep, randomClicks } from './prompts.ts';
import { createRandom } from './random.ts';

type Place = readonly [number, number];

/** Written by training/evaluation/placed.py, which a training test holds against the present code. */
const PLACED: readonly {
  readonly size: Place;
  readonly seeds: readonly number[];
  readonly mask: readonly number[];
  readonly answer: readonly number[];
  readonly centre: Place;
  readonly points: readonly Place[];
  readonly box: readonly Place[];
  readonly loose_box: readonly Place[];
  readonly correction: readonly [number, number, 0 | 1] | null;
  readonly quality: Readonly<Record<'iou' | 'pixel_accuracy' | 'dice' | 'boundary_iou', number>>;
}[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../training/evaluation/placed.json'), 'utf8'),
);

const INCLUDE = 1;

/** A point, or the corners of a box, to the digits that Python writes. */
function placesOf(step: PromptStep | null): number[][] {
  if (!step) return [];
  const corners =
    step.kind === 'point'
      ? [step.at]
      : [
          { x: step.box.x0, y: step.box.y0 },
          { x: step.box.x1, y: step.box.y1 },
        ];
  return corners.map(({ x, y }) => [rounded(x), rounded(y)]);
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

describe('as training/evaluation has it', () => {
  it.each(PLACED.map((one) => ({ ...one, name: one.size.join(' x ') })))(
    'on $name pixels',
    (one) => {
      const [width, height] = one.size;
      const size = { width, height };
      const truth: Mask = { size, runs: Uint32Array.from(one.mask) };
      const answer: Mask = { size, runs: Uint32Array.from(one.answer) };
      expect(placesOf(centralClick(truth))).toEqual([one.centre]);
      const random = createRandom(...one.seeds);
      expect(randomClicks(truth, random).flatMap(placesOf)).toEqual(one.points);
      expect(placesOf(boxStep(truth))).toEqual(one.box);
      for (const [i, place] of placesOf(looseBoxStep(truth, random)).entries())
        for (const [j, value] of place.entries())
          expect(value).toBeCloseTo(one.loose_box[i]?.[j] ?? Number.NaN, 5);
      const click = correctiveClick(truth, answer);
      const label = click?.kind === 'point' && click.label === 'include' ? INCLUDE : 0;
      expect(click && [...placesOf(click).flat(), label]).toEqual(one.correction);
      const { iou, pixelAccuracy, dice, boundaryIou } = qualityOf(answer, truth);
      expect(iou).toBeCloseTo(one.quality.iou, 8);
      expect(pixelAccuracy).toBeCloseTo(one.quality.pixel_accuracy, 8);
      expect(dice).toBeCloseTo(one.quality.dice, 8);
      expect(boundaryIou).toBeCloseTo(one.quality.boundary_iou, 8);
    },
  );
});
