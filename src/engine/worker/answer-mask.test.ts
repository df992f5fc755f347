import { expect, test } from 'vitest';
import { contract } from '../../contract/contract.ts';
import { maskArea } from '../../mask/measure.ts';
import type { PromptStep } from '../../prompt/prompt.ts';
import { answerMask } from './answer-mask.ts';

const { size, tokens } = contract.mask;
const side = contract.image.size;
const square = { width: side, height: side };
const click: PromptStep = {
  kind: 'point',
  at: { x: 500, y: 500 },
  label: 'include',
  candidate: 0,
};

/** Inside on the left, sure of it; on the right unsure, with a pattern that repeats after four cells. */
const logits = Float32Array.from({ length: tokens * size * size }, (_, i) => {
  const [x, y] = [i % size, Math.floor(i / size) % size];
  if (x < size / 2) return 8;
  return (x + y) % 4 === 0 ? 2 : -1;
});

const areaWith = (hasChequer: boolean) => {
  const scores = { predictedIou: [0, 0, 0, 0], coverage: [0, 0, 0, 0], singleOnly: !hasChequer };
  const answer = { logits, milliseconds: 1, hasChequer, ...scores };
  const placement = { photo: square, input: square };
  const { mask } = answerMask(answer, [click], placement, { worth: (iou) => iou });
  return maskArea(mask) / (side * side);
};

test('a chequer that the decoder leaves is no part of the mask', () => {
  expect(areaWith(true)).toBeCloseTo(0.5, 1);
});

test('logits of a decoder that leaves none are taken as they are', () => {
  expect(areaWith(false)).toBeGreaterThan(0.55);
});
