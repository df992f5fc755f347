import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutChequer } from './without-chequer.ts';

const SIZE = 64;

function logitsOf(valueAt: (x: number, y: number) => number): Float32Array {
  return Float32Array.from({ length: SIZE * SIZE }, (_, i) =>
    valueAt(i % SIZE, Math.floor(i / SIZE)),
  );
}

function furthest(a: Float32Array, b: Float32Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0);
}

test('a pattern that repeats with every four cells goes, its mean stays', () => {
  const tile = fc.array(fc.float({ min: -8, max: 8, noNaN: true }), {
    minLength: 16,
    maxLength: 16,
  });
  fc.assert(
    fc.property(tile, (values) => {
      const mean = values.reduce((sum, value) => sum + value) / 16;
      const even = withoutChequer(
        logitsOf((x, y) => values[(y % 4) * 4 + (x % 4)] as number),
        SIZE,
      );
      // At the ends there is less to tell it by.
      for (let y = 12; y < SIZE - 12; y++)
        for (let x = 12; x < SIZE - 12; x++) expect(even[y * SIZE + x]).toBeCloseTo(mean, 4);
    }),
    { numRuns: 50 },
  );
});

test('what lies under the pattern comes out as it would without it', () => {
  const blob = (x: number, y: number) => 6 - Math.hypot(x - 30.3, y - 33.8) / 2.5;
  const pattern = (x: number, y: number) => (x % 4 === 1 && y % 4 === 2 ? 3 : -0.2);
  const even = withoutChequer(
    logitsOf((x, y) => blob(x, y) + pattern(x, y)),
    SIZE,
  );
  const alone = withoutChequer(logitsOf(blob), SIZE);
  for (let y = 8; y < SIZE - 8; y++)
    for (let x = 8; x < SIZE - 8; x++)
      expect(
        Math.abs((even[y * SIZE + x] as number) - (alone[y * SIZE + x] as number)),
      ).toBeLessThan(0.2);
});

test('edges, corners and single cells stay where nothing repeats', () => {
  const square = logitsOf((x, y) => (x > 20 && x < 41 && y > 17 && y < 46 ? 5 : -5));
  const even = withoutChequer(square, SIZE);
  expect(even.map((value) => Math.sign(value))).toEqual(square.map((value) => Math.sign(value)));
  const dot = logitsOf((x, y) => (x === 30 && y === 31 ? 8 : -2));
  expect(withoutChequer(dot, SIZE)[31 * SIZE + 30]).toBeGreaterThan(6);
  const slope = logitsOf((x, y) => 0.3 * x - 0.2 * y);
  expect(furthest(withoutChequer(slope, SIZE), slope)).toBeLessThan(0.5);
});
