import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Plane } from '../report/pixels.ts';
import { overDisc } from './disc.ts';
import { filterPlane, type Tap } from './filter.ts';

/** All weights, one by one. */
function tapsOf(radius: number): Tap[] {
  const reach = Math.ceil(radius);
  const taps: Tap[] = [];
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const weight = Math.min(1, radius + 0.5 - Math.hypot(dx, dy));
      if (weight > 0) taps.push({ dx, dy, weight });
    }
  const total = taps.reduce((sum, { weight }) => sum + weight, 0);
  return taps.map((tap) => ({ ...tap, weight: tap.weight / total }));
}

const planes: fc.Arbitrary<Plane> = fc
  .record({
    width: fc.integer({ min: 1, max: 30 }),
    height: fc.integer({ min: 1, max: 30 }),
    seed: fc.nat(),
  })
  .map(({ width, height, seed }) => ({
    size: { width, height },
    values: Float32Array.from(
      { length: width * height },
      (_, i) => ((i * 7919 + seed) * 104_729) % 256,
    ),
  }));

it('is what the weights give one by one, also where the disc is larger than the plane', () => {
  fc.assert(
    fc.property(planes, fc.double({ min: 0.05, max: 12, noNaN: true }), (plane, radius) => {
      const [quick, slow] = [overDisc(plane, radius), filterPlane(plane, tapsOf(radius))];
      expect(quick.size).toEqual(plane.size);
      for (const [i, value] of quick.values.entries())
        expect(Math.abs(value - (slow.values[i] ?? 0))).toBeLessThan(0.01);
    }),
    { numRuns: 60 },
  );
});
