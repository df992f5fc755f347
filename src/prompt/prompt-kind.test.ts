import { expect, test } from 'vitest';
import type { PromptStep } from './prompt.ts';
import { promptKind } from './prompt-kind.ts';

const point = (label: 'include' | 'exclude'): PromptStep => ({
  kind: 'point',
  at: { x: 1, y: 2 },
  label,
  candidate: null,
});
const box: PromptStep = { kind: 'box', box: { x0: 0, y0: 0, x1: 4, y1: 4 }, candidate: null };

test.each([
  ['click', [point('include')]],
  ['points', [point('exclude')]],
  ['points', [point('include'), point('include')]],
  ['box', [box]],
  ['box', [point('include'), box]],
  ['box', [box, point('exclude')]],
])('%s', (kind, prompt) => {
  expect(promptKind(prompt)).toBe(kind);
});
