import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskToBitmap } from './bitmap.ts';
import { detailAt } from './detail.ts';
import { maskFromRings } from './fill.ts';
import { maskArea } from './measure.ts';
import { polygonsOf, type Ring, ringsOf } from './polygons.ts';
import { seamedRing } from './seams.ts';
import { simplifyPolygons, simplifyRing } from './simplify.ts';
import { anyMask, anySize, maskFromPicture } from './testing/arbitrary.ts';
import { discMask } from './testing/shapes.ts';

const RULES = ['even-odd', 'winding'] as const;

/** Slow fill: looks from each pixel centre to the right and counts the edges that are met. */
function fillSlowly(rings: readonly Ring[], width: number, height: number, rule: string) {
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [(i % width) + 0.5, Math.floor(i / width) + 0.5];
    let [met, winding] = [0, 0];
    for (const ring of rings) {
      for (let v = 0; v < ring.length; v += 2) {
        const [x0, y0] = [ring[v] ?? 0, ring[v + 1] ?? 0];
        const next = (v + 2) % ring.length;
        const [x1, y1] = [ring[next] ?? 0, ring[next + 1] ?? 0];
        if (y0 <= y === y1 <= y) continue;
        if (x0 + ((y - y0) * (x1 - x0)) / (y1 - y0) > x) continue;
        met++;
        winding += y1 > y0 ? 1 : -1;
      }
    }
    return rule === 'even-odd' ? met % 2 : Number(winding !== 0);
  });
}

describe('polygons of a mask', () => {
  test.each(RULES)('give it back, filled by the %s rule', (rule) => {
    fc.assert(
      fc.property(anyMask(10), ({ mask, bitmap }) => {
        const filled = maskFromRings(ringsOf(polygonsOf(mask)), mask.size, rule);
        expect(maskToBitmap(filled)).toEqual(bitmap);
      }),
      { numRuns: 200 },
    );
  });

  test('give it back as a union of rings with their holes joined by seams', () => {
    fc.assert(
      fc.property(anyMask(10), ({ mask, bitmap }) => {
        const rings = polygonsOf(mask).map(({ outer, holes }) => seamedRing([outer, ...holes]));
        expect(maskToBitmap(maskFromRings(rings, mask.size, 'union'))).toEqual(bitmap);
      }),
    );
  });

  test.each(RULES)('give it back as one ring with seams, filled by the %s rule', (rule) => {
    fc.assert(
      fc.property(anyMask(10), ({ mask, bitmap }) => {
        const ring = seamedRing(ringsOf(polygonsOf(mask)));
        expect(maskToBitmap(maskFromRings([ring], mask.size, rule))).toEqual(bitmap);
      }),
      { numRuns: 200 },
    );
  });

  test('are one for each part, and each holds its own pixels and no others', () => {
    fc.assert(
      fc.property(anyMask(10), ({ mask }) => {
        const areas = polygonsOf(mask).map((polygon) =>
          maskArea(maskFromRings(ringsOf([polygon]), mask.size, 'winding')),
        );
        expect(areas).not.toContain(0);
        expect(areas.reduce((sum, area) => sum + area, 0)).toBe(maskArea(mask));
      }),
    );
  });

  test('know which hole belongs to which part, also for a part inside a hole', () => {
    const mask = maskFromPicture('#####.##', '#...#.#.', '#.#.#.##', '#...#...', '#####.##');
    const polygons = polygonsOf(mask);
    expect(polygons.map(({ holes }) => holes.length)).toEqual([1, 0, 0, 0]);
    expect([...(polygons[0]?.holes[0] ?? [])]).toEqual([1, 4, 4, 4, 4, 1, 1, 1]);
  });

  test('a mask of nothing has none', () => {
    expect(polygonsOf(maskFromPicture('...', '...'))).toEqual([]);
  });
});

describe('filling', () => {
  const coordinate = fc.oneof(
    fc.double({ min: -6, max: 14, noNaN: true }),
    fc.integer({ min: -2, max: 12 }),
    fc.integer({ min: -2, max: 12 }).map((pixel) => pixel + 0.5),
  );
  const anyRing = fc
    .array(fc.tuple(coordinate, coordinate), { maxLength: 8 })
    .map((points) => points.flat());

  test.each(RULES)('takes the pixels whose centre is inside, by the %s rule', (rule) => {
    fc.assert(
      fc.property(fc.array(anyRing, { maxLength: 3 }), anySize(9), (rings, size) => {
        const expected = fillSlowly(rings, size.width, size.height, rule);
        const wrong = maskToBitmap(maskFromRings(rings, size, rule)).filter(
          (bit, i) => bit !== expected[i] && !isCloseCall(rings, i, size.width),
        );
        expect(wrong).toEqual(new Uint8Array());
      }),
      { numRuns: 300 },
    );
  });

  test('overlap counts once or not at all, as the rule says', () => {
    const twice = [
      [0, 0, 3, 0, 3, 1, 0, 1],
      [1, 0, 2, 0, 2, 1, 1, 1],
    ];
    const size = { width: 3, height: 1 };
    expect([...maskToBitmap(maskFromRings(twice, size, 'even-odd'))]).toEqual([1, 0, 1]);
    expect([...maskToBitmap(maskFromRings(twice, size, 'winding'))]).toEqual([1, 1, 1]);
    const turned = [twice[0] ?? [], [1, 1, 2, 1, 2, 0, 1, 0]];
    expect([...maskToBitmap(maskFromRings(turned, size, 'winding'))]).toEqual([1, 0, 1]);
    expect([...maskToBitmap(maskFromRings(turned, size, 'union'))]).toEqual([1, 1, 1]);
  });

  test('refuses what is no ring', () => {
    const size = { width: 3, height: 3 };
    expect(() => maskFromRings([[0, 0, 1]], size, 'winding')).toThrow(RangeError);
    expect(() => maskFromRings([[0, 0, NaN, 1, 2, 2]], size, 'winding')).toThrow(RangeError);
    expect(() => maskFromRings([[0, 0, Infinity, 1, 2, 2]], size, 'winding')).toThrow(RangeError);
  });

  test('refuses a polygon that would take minutes, at once', () => {
    const zigzag = Array.from({ length: 60_000 }, (_, i) => [i % 100, (i % 2) * 10_000]).flat();
    const start = performance.now();
    expect(() => maskFromRings([zigzag], { width: 100, height: 10_000 }, 'winding')).toThrow(
      /complicated/,
    );
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('vertices so far apart that nothing is a number between them are refused', () => {
    const ring = [-1e308, 0, 1e308, 3, 0, 3];
    const fill = () => maskFromRings([ring], { width: 4, height: 4 }, 'union');
    expect(fill).toThrow(RangeError);
  });

  test('a million vertices far outside cost little', () => {
    const ring = Float64Array.from({ length: 2e6 }, (_, i) => (i % 2 ? -5 - (i % 7) : i * 1e4));
    expect(maskArea(maskFromRings([ring], { width: 50, height: 50 }, 'winding'))).toBe(0);
  });
});

/** Whether a centre lies on an edge but for rounding: either answer is right then. */
function isCloseCall(rings: readonly Ring[], i: number, width: number): boolean {
  const [x, y] = [(i % width) + 0.5, Math.floor(i / width) + 0.5];
  return rings.some((ring) => {
    for (let v = 0; v < ring.length; v += 2) {
      const next = (v + 2) % ring.length;
      const [x0, y0] = [ring[v] ?? 0, ring[v + 1] ?? 0];
      const [x1, y1] = [ring[next] ?? 0, ring[next + 1] ?? 0];
      if (y0 === y1) continue;
      const tall = Math.abs(y1 - y0);
      const reach = (1e-9 * (1 + Math.abs(x0) + Math.abs(x1))) / Math.min(1, tall);
      if (Math.abs(x0 + ((y - y0) * (x1 - x0)) / (y1 - y0) - x) < reach) return true;
    }
    return false;
  });
}

describe('simplified polygons', () => {
  test('leave no vertex out that lies further off than the tolerance', () => {
    fc.assert(
      fc.property(anyMask(10), fc.double({ min: 0.01, max: 4, noNaN: true }), (of, tolerance) => {
        for (const { outer, holes } of polygonsOf(of.mask)) {
          for (const ring of [outer, ...holes]) {
            expect(farthestFrom(simplifyRing(ring, tolerance), ring)).toBeLessThanOrEqual(
              tolerance + 1e-9,
            );
          }
        }
      }),
    );
  });

  test('keep what matters of a round object', () => {
    const disc = discMask({ width: 300, height: 200 }, { x: 150.3, y: 90.7 }, 80);
    const exact = detailAt(disc, 0);
    const coarse = detailAt(disc, 1);
    expect(exact.iou).toBe(1);
    expect(coarse.vertices).toBeLessThan(exact.vertices / 8);
    expect(coarse.iou).toBeGreaterThan(0.98);
    expect(detailAt(disc, 4).iou).toBeLessThan(coarse.iou);
  });

  test('never leave less than nine tenths of an object', () => {
    fc.assert(
      fc.property(anyMask(10), fc.double({ min: 0, max: 9, noNaN: true }), (of, tolerance) => {
        expect(detailAt(of.mask, tolerance).iou).toBeGreaterThanOrEqual(0.9);
      }),
    );
  });

  test('a pixel keeps its four corners, however coarse', () => {
    expect(detailAt(maskFromPicture('...', '.#.', '...'), 5)).toEqual({ vertices: 4, iou: 1 });
  });

  test('a million vertices are no problem', () => {
    const outer = Float64Array.from({ length: 2e6 }, (_, i) => (i % 2 ? Math.floor(i / 2) % 2 : i));
    outer.set([1e6, 9e5], 2e6 - 2);
    expect(simplifyPolygons([{ outer, holes: [] }], 2)[0]?.outer.length).toBeLessThan(20);
  });
});

/** How far the vertex of `ring` that is farthest from the line lies from it. */
function farthestFrom(line: Ring, ring: Ring): number {
  const distances: number[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const away: number[] = [];
    for (let v = 0; v < line.length; v += 2) {
      const next = (v + 2) % line.length;
      const [ax, ay] = [line[v] ?? 0, line[v + 1] ?? 0];
      const [dx, dy] = [(line[next] ?? 0) - ax, (line[next + 1] ?? 0) - ay];
      const [x, y] = [(ring[i] ?? 0) - ax, (ring[i + 1] ?? 0) - ay];
      const along = Math.min(1, Math.max(0, (x * dx + y * dy) / (dx * dx + dy * dy)));
      away.push(Math.hypot(x - along * dx, y - along * dy));
    }
    distances.push(Math.min(...away));
  }
  return Math.max(...distances);
}
