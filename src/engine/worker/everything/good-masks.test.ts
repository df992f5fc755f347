import { expect, test } from 'vitest';
import { contract } from '../../../contract/contract.ts';
import { EVERYTHING_DEFAULTS } from '../../everything.ts';
import type { Embedding } from '../embedding.ts';
import { goodMasks } from './good-masks.ts';

const { size, tokens } = contract.mask;
const photo = { width: 1024, height: 1024 };
const embedding: Embedding = { key: 'a', tensors: new Map(), photo, input: photo };
const asked = { at: { x: 512, y: 512 }, crop: { x0: 0, y0: 0, x1: 1024, y1: 1024 }, photo };

/** The same square for every token, surely. */
const logits = Float32Array.from({ length: tokens * size * size }, (_, i) => {
  const [x, y] = [i % size, Math.floor(i / size) % size];
  return Math.max(Math.abs(x - 128), Math.abs(y - 128)) < 40 ? 12 : -12;
});

const tokensOf = (singleOnly: boolean) => {
  const scores = { predictedIou: [0.9, 0.9, 0.9, 0.9], coverage: [0.1, 0.1, 0.1, 0.1], singleOnly };
  const answer = { logits, milliseconds: 1, hasChequer: false, ...scores };
  return goodMasks(answer, embedding, asked, EVERYTHING_DEFAULTS).map(({ mask }) => mask.token);
};

test('a point stands for whole, part and sub-part', () => {
  expect(tokensOf(false)).toEqual([1, 2, 3]);
});

test('where mask 0 alone was trained, for that one', () => {
  expect(tokensOf(true)).toEqual([0]);
});
