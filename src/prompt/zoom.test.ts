import { expect, test } from 'vitest';
import type { PromptStep } from './prompt.ts';
import { zoomPrompt } from './zoom.ts';

const crop = { x0: 100, y0: 40, x1: 180, y1: 90 };
const box = { x0: 120, y0: 50, x1: 160, y1: 80 };

function point(x: number, y: number, candidate: number | null = null): PromptStep {
  return { kind: 'point', at: { x, y }, label: 'include', candidate };
}

test('points move into the crop, those off it stay behind, and the single mask answers', () => {
  expect(zoomPrompt([point(110, 45), point(99, 45), point(179, 89)], box, crop)).toEqual([
    point(10, 5),
    point(79, 49, 0),
  ]);
});

test('a mask that the person chose stays chosen', () => {
  expect(zoomPrompt([point(110, 45, 2)], box, crop)).toEqual([point(10, 5, 2)]);
});

test('a box is cut to the crop', () => {
  const wide = { kind: 'box', box: { x0: 90, y0: 60, x1: 150, y1: 200 }, candidate: null } as const;
  expect(zoomPrompt([wide], box, crop)).toEqual([
    { kind: 'box', box: { x0: 0, y0: 20, x1: 50, y1: 50 }, candidate: 0 },
  ]);
});

test('where no prompt made the mask, its box asks', () => {
  const around = { kind: 'box', box: { x0: 20, y0: 10, x1: 60, y1: 40 }, candidate: 0 };
  expect(zoomPrompt([], box, crop)).toEqual([around]);
  expect(zoomPrompt([point(5, 5)], box, crop)).toEqual([around]);
});
