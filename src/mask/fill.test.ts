import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskToBitmap } from './bitmap.ts';
import { type FillRule, maskFromRings } from './fill.ts';
import type { Ring } from './polygons.ts';

const size = { width: 13, height: 11 };
const RULES = ['even-odd', 'winding', 'union'] as const;

const eighths = fc.integer({ min: -24, max: 120 }).map((count) => count / 8);
/** No edge meets a centre but for rounding. */
const ASIDE = 1 / 1009;
const ringOf = (most: number) =>
  fc
    .array(
      fc.tuple(
        eighths.map((x) => x + ASIDE),
        eighths,
      ),
      { minLength: 3, maxLength: most },
    )
    .map((points) => points.flat());

/** Pixel by pixel, by the edges that the centre's line crosses to its left. */
function byPixel(rings: readonly Ring[], rule: FillRule): number[] {
  return Array.from({ length: size.width * size.height }, (_, i) => {
    const [x, y] = [(i % size.width) + 0.5, Math.floor(i / size.width) + 0.5];
    const counts = rings.map((ring) => crossingsLeftOf(ring, x, y));
    const all = counts.flat();
    if (rule === 'union') return counts.some(({ length }) => length % 2 === 1) ? 1 : 0;
    if (rule === 'even-odd') return all.length % 2;
    return all.reduce((sum, way) => sum + way, 0) === 0 ? 0 : 1;
  });
}

function crossingsLeftOf(ring: Ring, x: number, y: number): number[] {
  const ways: number[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const next = (i + 2) % ring.length;
    const [x0 = 0, y0 = 0] = [ring[i], ring[i + 1]];
    const [x1 = 0, y1 = 0] = [ring[next], ring[next + 1]];
    const isCrossed = y0 < y1 ? y0 <= y && y < y1 : y1 <= y && y < y0;
    // Without a division: (x - at) * (y1 - y0) of the edge's point at the line.
    const side = (x - x0) * (y1 - y0) - (y - y0) * (x1 - x0);
    if (isCrossed && (y0 < y1 ? side >= 0 : side <= 0)) ways.push(y0 < y1 ? 1 : -1);
  }
  return ways;
}

test.each(RULES)('fills the pixels whose centres lie inside, by the rule %s', (rule) => {
  const rings = fc.array(ringOf(9), { maxLength: 3 });
  fc.assert(
    fc.property(rings, (all) => {
      expect([...maskToBitmap(maskFromRings(all, size, rule))]).toEqual(byPixel(all, rule));
    }),
    { numRuns: 300 },
  );
});

test.each(RULES)('fills rings of hundreds of edges a row the same, by the rule %s', (rule) => {
  fc.assert(
    fc.property(ringOf(9), ringOf(200), (few, many) => {
      const all = [many, few, many.toReversed()].map((ring) => ring.slice());
      expect([...maskToBitmap(maskFromRings(all, size, rule))]).toEqual(byPixel(all, rule));
    }),
    { numRuns: 60 },
  );
});

test('what is refused leaves nothing behind for the next rings', () => {
  const square = [1, 1, 4, 1, 4, 4, 1, 4];
  const before = maskFromRings([square], size, 'union');
  for (const wrong of [
    [1, 2, 3],
    [0, 0, Number.NaN, 1, 2, 2],
    [0, 0, 2 ** 60, 1, 2, 2],
  ]) {
    expect(() => maskFromRings([square, wrong], size, 'winding')).toThrow(RangeError);
    expect(maskFromRings([square], size, 'union')).toEqual(before);
  }
});
