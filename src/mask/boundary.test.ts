import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromBitmap, maskToBitmap } from './bitmap.ts';
import { boundaryIou, boundaryWidth } from './boundary.ts';
import type { Mask } from './mask.ts';
import { anyMaskOf, anySize } from './testing/arbitrary.ts';

/** By the definition: the pixels of the mask that have one outside of it within so many pixels, along rows and columns. */
function slowBand(mask: Mask, reach: number): Uint8Array {
  const { width, height } = mask.size;
  const bits = maskToBitmap(mask);
  const isIn = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && bits[y * width + x] === 1;
  return bits.map((bit, i) => {
    const [cx, cy] = [i % width, Math.floor(i / width)];
    if (bit === 0) return 0;
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) if (!isIn(cx + dx, cy + dy)) return 1;
    return 0;
  });
}

function slowIou(a: Mask, b: Mask): number {
  const reach = boundaryWidth(a.size);
  const [bandA, bandB] = [slowBand(a, reach), slowBand(b, reach)];
  let [common, union] = [0, 0];
  for (const [i, bit] of bandA.entries()) {
    const other = bandB[i] ?? 0;
    common += bit & other;
    union += bit | other;
  }
  return union === 0 ? 1 : common / union;
}

const anyPair = anySize(120).chain((size) =>
  fc.tuple(anyMaskOf(size), anyMaskOf(size)).map(([a, b]) => [a.mask, b.mask] as const),
);

test('it is what the definition says, pixel by pixel, and the same both ways', () => {
  fc.assert(
    fc.property(anyPair, ([a, b]) => {
      expect(boundaryIou(a, b)).toBeCloseTo(slowIou(a, b), 10);
      expect(boundaryIou(b, a)).toBe(boundaryIou(a, b));
      expect(boundaryIou(a, a)).toBe(1);
    }),
    { numRuns: 60 },
  );
});

test('a large object of a poor outline has a high IoU and a low one of its boundary', () => {
  const size = { width: 300, height: 200 };
  const disc = (radius: number) =>
    maskFromBitmap(
      Uint8Array.from({ length: size.width * size.height }, (_, i) =>
        Math.hypot((i % size.width) - 150, Math.floor(i / size.width) - 100) <= radius ? 1 : 0,
      ),
      size,
    );
  expect(boundaryIou(disc(90), disc(86))).toBeLessThan(0.5);
  expect(boundaryIou(disc(90), disc(90))).toBe(1);
});
