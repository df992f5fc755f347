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
const scores = {
  singleOnly: false,
  predictedIou: [0.99, 0.5, 0.9, 0.7],
  coverage: [0.1, 0.1, 0.2, 0.05],
};

describe('ranking the candidates', () => {
  test('one include click is ambiguous: tokens 1 to 3, best first', () => {
    expect(rankTokens([include], scores)).toEqual([2, 3, 1]);
  });

  test('a mask of nearly the whole photo comes last, however sure the model is', () => {
    expect(rankTokens([include], { ...scores, coverage: [0, 0.1, 0.99, 0.1] })).toEqual([3, 1, 2]);
  });

  test.each([
    ['a box', [box]],
    ['one exclude click', [exclude]],
    ['a second click', [include, exclude]],
    ['a click after a box', [box, include]],
  ])('%s asks for the single mask first', (_, prompt) => {
    expect(rankTokens(prompt, scores)).toEqual([0, 2, 3, 1]);
  });

  test('where mask 0 alone was trained, a lone click gets it too, and the others after it', () => {
    expect(rankTokens([include], { ...scores, singleOnly: true })).toEqual([0, 2, 3, 1]);
    expect(chosenToken([include], { ...scores, singleOnly: true })).toBe(0);
  });

  test('the person’s choice for the last step wins over the ranking', () => {
    expect(chosenToken([include], scores)).toBe(2);
    expect(chosenToken([{ ...include, candidate: 1 }], scores)).toBe(1);
    expect(chosenToken([{ ...include, candidate: 1 }, include], scores)).toBe(0);
  });
});
