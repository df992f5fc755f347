import { expect, test } from 'vitest';
import { RobustSamError } from './errors.ts';
import { stepsOf } from './prompt.ts';

const SIZE = { width: 60, height: 40 };

test('a box comes before the points, and the last step says which candidate is meant', () => {
  const points = [{ x: 1, y: 2 }, { x: 3, y: 4, label: 'exclude' } as const];
  expect(stepsOf({ points, box: { x0: -5, y0: 0, x1: 99, y1: 20 }, candidate: 2 }, SIZE)).toEqual([
    { kind: 'box', box: { x0: 0, y0: 0, x1: 60, y1: 20 }, candidate: null },
    { kind: 'point', at: { x: 1, y: 2 }, label: 'include', candidate: null },
    { kind: 'point', at: { x: 3, y: 4 }, label: 'exclude', candidate: 2 },
  ]);
});

test.each([
  ['nothing', {}, 'empty'],
  ['points to leave out alone', { points: [{ x: 1, y: 1, label: 'exclude' }] }, 'add one on it'],
  ['a point beyond the edge', { points: [{ x: 60, y: 1 }] }, '60 x 40 pixels'],
  ['a point that is no number', { points: [{ x: Number.NaN, y: 1 }] }, 'outside'],
  ['a box beside the photo', { box: { x0: 70, y0: 0, x1: 80, y1: 9 } }, 'outside'],
  ['a box that is turned round', { box: { x0: 9, y0: 9, x1: 3, y1: 3 } }, 'empty'],
] as const)('%s is refused', (_, prompt, words) => {
  expect(() => stepsOf(prompt, SIZE)).toThrow(RobustSamError);
  expect(() => stepsOf(prompt, SIZE)).toThrow(words);
});
