import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskToBitmap } from './bitmap.ts';
import { maskFromRings } from './fill.ts';
import { maskBox } from './measure.ts';
import { anyMask, maskFromPicture } from './testing/arbitrary.ts';
import { turnedBox } from './turned-box.ts';

function areaOf(corners: ArrayLike<number>): number {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = Array.from(corners);
  return Math.hypot(x1 - x0, y1 - y0) * Math.hypot(x2 - x1, y2 - y1);
}

it('holds every pixel, and is no larger than the upright box', () => {
  fc.assert(
    fc.property(anyMask(), ({ mask }) => {
      const corners = turnedBox(mask) ?? [];
      const upright = maskBox(mask);
      expect(corners).toHaveLength(upright ? 8 : 0);
      if (!upright) return;
      const filled = maskToBitmap(maskFromRings([corners], mask.size, 'union'));
      const bits = maskToBitmap(mask);
      expect(bits.every((bit, i) => bit <= (filled[i] ?? 0))).toBe(true);
      const uprightArea = (upright.x1 - upright.x0) * (upright.y1 - upright.y0);
      expect(areaOf(corners)).toBeLessThanOrEqual(uprightArea + 1e-6);
    }),
  );
});

it('of a rectangle is that rectangle', () => {
  const corners = turnedBox(maskFromPicture('......', '.####.', '.####.', '......')) ?? [];
  const points = [0, 1, 2, 3].map((i) => `${corners[2 * i]},${corners[2 * i + 1]}`);
  expect(points.toSorted()).toEqual(['1,1', '1,3', '5,1', '5,3']);
});

it('of a turned square lies along its sides', () => {
  const size = { width: 40, height: 40 };
  const square = maskFromRings([[20, 4, 36, 20, 20, 36, 4, 20]], size, 'union');
  // 512, and half a pixel more on each side of the steps.
  expect(areaOf(turnedBox(square) ?? [])).toBeLessThan(600);
});
