import { describe, expect, test } from 'vitest';
import type { PromptStep } from '../../prompt/prompt.ts';
import { chosenToken, rankTokens } from './candidates.ts';

const include: PromptStep = {
  kind: 'point',
  at: { x: 1, y: 1 },
  label: 'include',
  candidate: null,
};
const exclude: PromptStep = { ...include, label: 'exclude' };
const box: PromptStep = { kind: 'box', box: { x0: 0, y0: 0, x1: 2, y1: 2 }, candidate: null };
const iou = Float32Array.of(0.99, 0.5, 0.9, 0.7);

describe('ranking the candidates', () => {
  test('one include click is ambiguous: tokens 1 to 3, best first', () => {
    expect(rankTokens([include], iou)).toEqual([2, 3, 1]);
  });

  test.each([
    ['a box', [box]],
    ['one exclude click', [exclude]],
    ['a second click', [include, exclude]],
    ['a click after a box', [box, include]],
  ])('%s asks for the single mask first', (_, prompt) => {
    expect(rankTokens(prompt, iou)).toEqual([0, 2, 3, 1]);
  });

  test('the person’s choice for the last step wins over the ranking', () => {
    expect(chosenToken([include], iou)).toBe(2);
    expect(chosenToken([{ ...include, candidate: 1 }], iou)).toBe(1);
    expect(chosenToken([{ ...include, candidate: 1 }, include], iou)).toBe(0);
  });
});
