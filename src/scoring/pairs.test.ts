import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromBitmap } from '../mask/bitmap.ts';
import type { Mask } from '../mask/mask.ts';
import { maskArea, maskIou } from '../mask/measure.ts';
import { anyMaskOf, anySize } from '../mask/testing/arbitrary.ts';
import type { Labelled } from './packed.ts';
import { LEAST_IOU, scorePhoto } from './pairs.ts';

const anySets = anySize(12).chain((size) => {
  const anyLabelled = fc.record({
    className: fc.constantFrom('cat', 'dog'),
    mask: anyMaskOf(size).map(({ mask }) => mask),
  });
  const anySet = fc.array(anyLabelled, { maxLength: 5 });
  return fc.record({ ours: anySet, truth: anySet, isClassAware: fc.boolean() });
});

test('each object is in a pair, missed or surplus, once', () => {
  fc.assert(
    fc.property(anySets, ({ ours, truth, isClassAware }) => {
      const { pairs, missed, surplus } = scorePhoto(ours, truth, isClassAware);
      const rising = (values: readonly number[]) => values.toSorted((a, b) => a - b);
      expect(rising([...pairs.map((one) => one.ours), ...surplus])).toEqual([...ours.keys()]);
      expect(rising([...pairs.map((one) => one.truth), ...missed])).toEqual([...truth.keys()]);
    }),
  );
});

test('a pair has the IoU of its masks, and no two that would rather have each other are apart', () => {
  fc.assert(
    fc.property(anySets, ({ ours, truth, isClassAware }) => {
      const { pairs } = scorePhoto(ours, truth, isClassAware);
      const iouOfOurs = new Map(pairs.map((one) => [one.ours, one.iou]));
      const iouOfTruth = new Map(pairs.map((one) => [one.truth, one.iou]));
      for (const [i, mine] of ours.entries())
        for (const [k, other] of truth.entries()) {
          const iou = areEmpty(mine, other) ? 0 : maskIou(mine.mask, other.mask);
          const pair = pairs.find((one) => one.ours === i && one.truth === k);
          if (pair) expect(pair.iou).toBeCloseTo(iou, 12);
          if (isClassAware && mine.className !== other.className) expect(pair).toBeUndefined();
          else if (iou >= LEAST_IOU)
            expect(Math.max(iouOfOurs.get(i) ?? 0, iouOfTruth.get(k) ?? 0)).toBeGreaterThanOrEqual(
              iou - 1e-12,
            );
        }
    }),
  );
});

function areEmpty(a: Labelled, b: Labelled): boolean {
  return maskArea(a.mask) + maskArea(b.mask) === 0;
}

const size = { width: 200, height: 100 };

function square(x: number, y: number, side: number): Mask {
  const bits = Uint8Array.from({ length: size.width * size.height }, (_, i) => {
    const [px, py] = [i % size.width, Math.floor(i / size.width)];
    return px >= x && px < x + side && py >= y && py < y + side ? 1 : 0;
  });
  return maskFromBitmap(bits, size);
}

const cat = (mask: Mask): Labelled => ({ className: 'cat', mask });

test('the better partner is taken, the other one is surplus; classes count where they are to', () => {
  const truth = [cat(square(10, 10, 20)), cat(square(100, 50, 10))];
  const ours = [
    cat(square(14, 10, 20)),
    cat(square(11, 10, 20)),
    { className: 'dog', mask: square(100, 50, 10) },
  ];
  const { pairs, missed, surplus } = scorePhoto(ours, truth, false);
  expect(pairs).toMatchObject([
    { ours: 2, truth: 1, iou: 1, boundaryIou: 1 },
    { ours: 1, truth: 0, iou: 19 / 21 },
  ]);
  expect([missed, surplus]).toEqual([[], [0]]);
  const strict = scorePhoto(ours, truth, true);
  expect([strict.missed, strict.surplus]).toEqual([[1], [0, 2]]);
});

test('thousands of objects on one photo are scored in little time', () => {
  const sides = Array.from({ length: 3000 }, (_, i) => {
    const [x, y] = [(i * 7) % 190, (i * 13) % 90];
    const start = y * size.width + x;
    return cat({ size, runs: Uint32Array.of(start, 4, size.width * size.height - start - 4) });
  });
  const started = performance.now();
  const { pairs } = scorePhoto(sides, sides, true);
  expect(pairs.every(({ iou }) => iou === 1)).toBe(true);
  expect(pairs).toHaveLength(3000);
  expect(performance.now() - started).toBeLessThan(20_000);
});
