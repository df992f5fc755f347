import { expect, test } from 'vitest';
import { centre, principalComponents, projection } from './principal.ts';

/** Numbers that look drawn at random, about 0. */
const noise = (i: number) => Math.sin(i * 12.9898) * 2 - Math.sin(i * 4.1414);

/** Vectors of five numbers that vary along two directions, and a little along all. */
function drawn(count: number) {
  const [long, short] = [
    [3, 0, 4, 0, 0],
    [0, 1, 0, 1, 1],
  ] as const;
  const values = Float32Array.from({ length: 5 * count }, (_, i) => {
    const [vector, c] = [Math.floor(i / 5), i % 5];
    return 7 + noise(vector) * (long[c] ?? 0) + 0.8 * noise(3 * vector + 1) * (short[c] ?? 0);
  });
  return { values, count, channels: 5 };
}

test('finds the directions in which vectors vary most, the strongest first', () => {
  const vectors = drawn(500);
  centre(vectors);
  const { directions, shares } = principalComponents(vectors, 3);
  const [first, second] = directions;
  expect(Array.from(first ?? [], Math.abs)).toEqual(
    [0.6, 0, 0.8, 0, 0].map((x) => expect.closeTo(x, 1)),
  );
  expect(second && Math.hypot(second[1] ?? 0, second[3] ?? 0, second[4] ?? 0)).toBeCloseTo(1, 1);
  expect(shares[0]).toBeGreaterThan(shares[1] ?? 1);
  expect(shares.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 3);
});

test('directions are at right angles, and what reaches along one has its share of the variance', () => {
  const vectors = drawn(200);
  centre(vectors);
  const { directions, shares } = principalComponents(vectors, 2);
  const [first, second] = directions;
  if (!first || !second) throw new Error('two were asked for');
  expect(first.reduce((sum, x, i) => sum + x * (second[i] ?? 0), 0)).toBeCloseTo(0, 4);
  const along = (direction: Float64Array) =>
    Array.from({ length: 200 }, (_, i) => projection(vectors, i, direction) ** 2).reduce(
      (sum, x) => sum + x,
    );
  const total = vectors.values.reduce((sum, x) => sum + x * x, 0);
  expect(along(first) / total).toBeCloseTo(shares[0] ?? 0, 3);
});

test('vectors that are all the same have no direction, and no share is a NaN', () => {
  const vectors = { values: new Float32Array(40).fill(3), count: 8, channels: 5 };
  centre(vectors);
  expect(principalComponents(vectors, 3).shares).toEqual([0, 0, 0]);
});
