import { expect, test } from 'vitest';
import { inWords, remainingTime } from './remaining.ts';

const last = { quick: 1000, slow: 9000, other: 5000 };

test('before the first test is done, what all took last is what is left', () => {
  const waiting = ['quick', 'slow', 'other'];
  expect(remainingTime({ done: {}, waiting, workers: 1 }, last)).toBe(15_000);
  expect(remainingTime({ done: {}, waiting, workers: 2 }, last)).toBe(7_500);
});

test('a machine that is twice as slow so far is taken to stay so', () => {
  const run = { done: { quick: 2000 }, waiting: ['slow', 'other'], workers: 1 };
  expect(remainingTime(run, last)).toBe(28_000);
});

test('a test that is new takes as long as an average one', () => {
  const run = { done: { quick: 1000 }, waiting: ['new'], workers: 1 };
  expect(remainingTime(run, last)).toBe(5000);
});

test('on a machine that has run none, those done so far say how long the others take', () => {
  const run = { done: { a: 1000, b: 3000 }, waiting: ['c', 'd', 'e'], workers: 1 };
  expect(remainingTime(run, {})).toBe(6000);
  expect(remainingTime({ done: {}, waiting: ['a'], workers: 1 }, {})).toBeGreaterThan(0);
});

test('time is told as one would say it', () => {
  expect(inWords(0)).toBe('about 5 s');
  expect(inWords(42_000)).toBe('about 40 s');
  expect(inWords(89_000)).toBe('about 90 s');
  expect(inWords(100_000)).toBe('about 2 min');
  expect(inWords(629_000)).toBe('about 10 min');
});
