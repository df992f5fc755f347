import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromBitmap, maskToBitmap } from './bitmap.ts';
import { maskArea } from './measure.ts';
import { maskFromStroke, type StrokePoint } from './stroke.ts';
import { anySize } from './testing/arbitrary.ts';
import { discMask } from './testing/shapes.ts';

const size = { width: 40, height: 30 };

test('a single touch is a disc', () => {
  const at = { x: 17.3, y: 12.8 };
  expect(maskFromStroke([{ ...at, radius: 6.2 }], size)).toEqual(discMask(size, at, 6.2));
});

test('the thinnest brush meets one pixel wherever it is', () => {
  const at = fc.record({
    x: fc.double({ min: 0.01, max: 39.99, noNaN: true }),
    y: fc.double({ min: 0.01, max: 29.99, noNaN: true }),
    radius: fc.constant(0),
  });
  fc.assert(
    fc.property(at, (point) => {
      expect(maskArea(maskFromStroke([point], size))).toBeGreaterThan(0);
    }),
  );
});

/** Whether a centre is within any of many discs along the way: what a brush does, step by tiny step. */
function isPassed(points: readonly StrokePoint[], x: number, y: number, slack: number): boolean {
  const STEPS = 60;
  return points.some((to, i) => {
    const from = points[i - 1] ?? to;
    for (let step = 0; step <= STEPS; step++) {
      const t = step / STEPS;
      const [cx, cy] = [from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)];
      if (Math.hypot(x - cx, y - cy) <= from.radius + t * (to.radius - from.radius) + slack)
        return true;
    }
    return false;
  });
}

test('a stroke covers what the brush passes over, and nothing else', () => {
  const stroke = anySize(10).chain((within) =>
    fc.record({
      within: fc.constant(within),
      points: fc.array(
        fc.record({
          x: fc.double({ min: -3, max: 14, noNaN: true }),
          y: fc.double({ min: -3, max: 14, noNaN: true }),
          radius: fc.double({ min: 0.8, max: 5, noNaN: true }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  );
  fc.assert(
    fc.property(stroke, ({ within, points }) => {
      const mask = maskFromStroke(points, within);
      const bitmap = maskToBitmap(mask);
      bitmap.forEach((bit, i) => {
        const [x, y] = [(i % within.width) + 0.5, Math.floor(i / within.width) + 0.5];
        // Too near the edge to tell by tiny steps: either is right.
        if (isPassed(points, x, y, -0.05)) expect(bit).toBe(1);
        else if (!isPassed(points, x, y, 0.05)) expect(bit).toBe(0);
      });
      expect(mask).toEqual(maskFromBitmap(bitmap, within));
    }),
    { numRuns: 40 },
  );
});

test('a stroke off the photo is nothing', () => {
  const off = [
    { x: -50, y: -50, radius: 9 },
    { x: 90, y: -20, radius: 9 },
  ];
  expect(maskArea(maskFromStroke(off, size))).toBe(0);
});
