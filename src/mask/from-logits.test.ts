import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputSizeOf } from '../geometry/input.ts';
import type { Size } from '../geometry/spaces.ts';
import { maskToBitmap } from './bitmap.ts';
import { type LowResolutionLogits, maskFromLogits } from './from-logits.ts';
import { maskArea } from './measure.ts';

/** The upsampled logit at each photo pixel, one by one; a logits cell is 1/256 of the square input. */
function upsample({
  logits,
  logitsSize,
  inputSide,
  input,
  photo,
}: LowResolutionLogits): Float64Array {
  const [columns, lines] = [input.width, input.height].map((side) =>
    Math.ceil((side * logitsSize) / inputSide),
  ) as [number, number];
  const sample = (at: number, count: number): [number, number, number] => {
    const clamped = Math.min(Math.max(at, 0), count - 1);
    const low = Math.floor(clamped);
    return [low, Math.min(low + 1, count - 1), clamped - low];
  };
  const scale = logitsSize / inputSide;
  const values = new Float64Array(photo.width * photo.height);
  for (let i = 0; i < values.length; i++) {
    const inputX = (((i % photo.width) + 0.5) * input.width) / photo.width;
    const inputY = ((Math.floor(i / photo.width) + 0.5) * input.height) / photo.height;
    const [x0, x1, u] = sample(inputX * scale - 0.5, columns);
    const [y0, y1, v] = sample(inputY * scale - 0.5, lines);
    const at = (x: number, y: number) => logits[y * logitsSize + x] ?? NaN;
    const top = at(x0, y0) * (1 - u) + at(x1, y0) * u;
    const bottom = at(x0, y1) * (1 - u) + at(x1, y1) * u;
    values[i] = top * (1 - v) + bottom * v;
  }
  return values;
}

/** Pixels where the mask and the reference differ by more than rounding at the threshold can explain. */
function wrongPixels(source: LowResolutionLogits): number {
  const bitmap = maskToBitmap(maskFromLogits(source));
  return upsample(source).filter((value, i) => {
    const above = value - source.threshold;
    return Math.abs(above) > 1e-9 && above > 0 !== (bitmap[i] === 1);
  }).length;
}

/** Few levels, some of them equal to the threshold, so crossings fall on columns and pixels too. */
function randomLogits(side: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: side * side }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return ((state >>> 16) % 7) - 3;
  });
}

function modelOutput(photo: Size, logits: Float32Array, threshold = 0): LowResolutionLogits {
  const input = inputSizeOf(photo, 1024);
  return { logits, logitsSize: 256, inputSide: 1024, input, photo, threshold };
}

describe('the mask is the bilinear upsampling above the threshold, pixel by pixel', () => {
  test.each([
    ['one pixel', { width: 1, height: 1 }],
    ['one column', { width: 1, height: 5000 }],
    ['one row', { width: 5000, height: 1 }],
    ['smaller than the logits, upright', { width: 67, height: 100 }],
    ['as large as the logits', { width: 256, height: 256 }],
    ['smaller than the input', { width: 640, height: 427 }],
    ['larger than the input, upright', { width: 1201, height: 1800 }],
  ])('%s', (_, photo) => {
    expect(wrongPixels(modelOutput(photo, randomLogits(256, 7)))).toBe(0);
  });

  test('any size, threshold and logits', () => {
    const side = fc.integer({ min: 1, max: 40 });
    const size = fc.record({ width: side, height: side });
    fc.assert(
      fc.property(size, fc.nat(), fc.constantFrom(0, 1, -0.5), (photo, seed, threshold) => {
        const input = inputSizeOf(photo, 32);
        const logits = randomLogits(8, seed);
        const source = { logits, logitsSize: 8, inputSide: 32, input, photo, threshold };
        expect(wrongPixels(source)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});

test('mirrored logits give the mirrored mask: nothing is shifted by half a pixel', () => {
  const photo = { width: 900, height: 500 };
  const logits = randomLogits(256, 3);
  const mirroredLogits = logits.map((_, i) => logits[i - (i % 256) + 255 - (i % 256)] ?? NaN);
  const mask = maskToBitmap(maskFromLogits(modelOutput(photo, logits)));
  const mirrored = maskToBitmap(maskFromLogits(modelOutput(photo, mirroredLogits)));
  const different = mask.filter((bit, i) => {
    const x = i % photo.width;
    return bit !== mirrored[i - x + photo.width - 1 - x];
  });
  // Where a value lies on the threshold to the last digit, the two sums may round differently.
  expect(different.length).toBeLessThan(10);
  expect(mask.includes(1)).toBe(true);
});

test('what the model says about the padding does not reach the photo', () => {
  const photo = { width: 1000, height: 500 };
  const logits = new Float32Array(256 * 256).fill(1).fill(-100, 128 * 256);
  expect(maskArea(maskFromLogits(modelOutput(photo, logits)))).toBe(1000 * 500);
});

test('a threshold that is met is not exceeded', () => {
  const photo = { width: 10, height: 10 };
  expect(maskArea(maskFromLogits(modelOutput(photo, new Float32Array(256 * 256))))).toBe(0);
});
