import { expect, test } from 'vitest';
import model from './clarity.json' with { type: 'json' };
import { clarityFeatures, isClearPhoto } from './clarity.ts';
import type { PhotoFigures } from './report.ts';
import { CLEAR } from './testing/figures.ts';

test('a photo with nothing wrong is clear', () => {
  expect(isClearPhoto(CLEAR)).toBe(true);
});

test.each<[string, Partial<PhotoFigures>]>([
  ['noisy', { noise: 15 }],
  ['blurred', { blur: 0.7 }],
  ['moved', { blur: 0.6, motion: { degrees: 0, strength: 0.6 } }],
  ['foggy', { haze: 0.7, contrast: 0.07 }],
  ['compressed', { blocks: 6 }],
  ['blank', { contrast: 0, noise: 0, blur: 0 }],
])('a %s photo is not', (_, figures) => {
  expect(isClearPhoto({ ...CLEAR, ...figures })).toBe(false);
});

test('each feature has its weight', () => {
  expect(model.weights).toHaveLength(clarityFeatures(CLEAR).length);
});

test('a photo without any steps has features that can be summed', () => {
  const flat = { ...CLEAR, blocks: 0, noise: 0 };
  expect(clarityFeatures(flat).every(Number.isFinite)).toBe(true);
});
