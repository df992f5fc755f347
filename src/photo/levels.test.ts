import { expect, test } from 'vitest';
import { levelFor } from './levels.ts';

test('a level is chosen that has a pixel for every device pixel, and no finer one', () => {
  const LEVELS = 4;
  const levelAt = (scale: number) => levelFor(LEVELS, scale);
  expect([12, 1, 0.51].map(levelAt)).toEqual([0, 0, 0]);
  expect([0.5, 0.3].map(levelAt)).toEqual([1, 1]);
  expect([0.25, 0.125, 0.01].map(levelAt)).toEqual([2, 3, 3]);
});
