import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHalver } from './halve.ts';
import { levelSizes } from './pyramid.ts';
import { tileAreas } from './tiles.ts';

/** Grey rows in, grey rows out. */
function halve(rows: readonly (readonly number[])[]): number[][] {
  const width = rows[0]?.length ?? 0;
  const result: number[][] = [];
  const halver = createHalver(width, (row) => {
    result.push(Array.from(row.filter((_, i) => i % 4 === 0)));
  });
  const reused = new Uint8ClampedArray(width * 4);
  for (const row of rows) {
    for (const [x, value] of row.entries()) reused.fill(value, x * 4, x * 4 + 4);
    halver.push(reused);
  }
  halver.finish();
  return result;
}

describe('halving', () => {
  it('averages each 2 x 2 block, rounding half up', () => {
    expect(
      halve([
        [0, 10, 1, 1],
        [20, 30, 2, 2],
      ]),
    ).toEqual([[15, 2]]);
  });

  it('lets an odd last column and row stand for two', () => {
    expect(
      halve([
        [0, 4, 8],
        [0, 4, 8],
        [100, 104, 200],
      ]),
    ).toEqual([
      [2, 8],
      [102, 200],
    ]);
    expect(halve([[7]])).toEqual([[7]]);
  });
});

describe('levels', () => {
  it('halve, rounding up, until the longest side is at most 1024', () => {
    expect(levelSizes({ width: 1024, height: 700 })).toEqual([]);
    expect(levelSizes({ width: 1025, height: 3 })).toEqual([{ width: 513, height: 2 }]);
    expect(levelSizes({ width: 1, height: 5000 })).toEqual([
      { width: 1, height: 2500 },
      { width: 1, height: 1250 },
      { width: 1, height: 625 },
    ]);
  });
});

describe('tiles', () => {
  it('cover every pixel exactly once and none is larger than the side', () => {
    const length = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(length, length, fc.integer({ min: 1, max: 15 }), (width, height, side) => {
        const hits = new Uint8Array(width * height);
        for (const area of tileAreas({ width, height }, side)) {
          expect(Math.max(area.width, area.height)).toBeLessThanOrEqual(side);
          for (let y = area.y; y < area.y + area.height; y += 1) {
            for (let x = area.x; x < area.x + area.width; x += 1) {
              hits[y * width + x] = (hits[y * width + x] ?? 0) + 1;
            }
          }
        }
        expect(hits.every((count) => count === 1)).toBe(true);
      }),
    );
  });
});
