import { expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';

test('counts only the part of the logits that lies on the photo', () => {
  const logits = new Float32Array(4 * 256 * 256).fill(-1);
  // Token 1: the left half of a photo that fills the upper half of the input; token 2: the padding.
  for (let y = 0; y < 256; y++) {
    for (let x = 0; x < 256; x++) {
      if (x < 128) logits[(256 + y) * 256 + x] = 1;
      if (y >= 128) logits[(512 + y) * 256 + x] = 1;
    }
  }
  expect(coverageOf(logits, { width: 1024, height: 512 })).toEqual([0, 0.5, 0, 0]);
});
