import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

test('the numbers are those of numpy.random.default_rng([2, 3456789012])', () => {
  const random = createRandom(2, 3456789012);
  expect(random.integers(1_000_003, 5)).toEqual([531781, 676564, 698155, 422434, 280]);
  const normals = random.normals(200_000);
  const known = [0.39781164, -1.82507952, -0.17974978, 0.62437662];
  for (const [i, value] of known.entries()) expect(normals[i]).toBeCloseTo(value, 8);
  // Past the layers' edges and the tail.
  const sum = normals.reduce((total, value) => total + Math.abs(value), 0);
  expect(sum).toBeCloseTo(159_722.50038640233, 6);
  expect(Math.max(...normals.slice(0, 100_000))).toBeCloseTo(4.257602261190013, 12);
  expect(random.integers(7, 3)).toEqual([5, 1, 3]);
  expect(random.integers(1, 2)).toEqual([0, 0]);
});
