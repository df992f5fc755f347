import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskToBitmap } from './bitmap.ts';
import { anyMask, maskFromPicture } from './testing/arbitrary.ts';
import { transposeMask } from './transpose.ts';

test('rows become columns', () => {
  fc.assert(
    fc.property(anyMask(10), ({ mask, bitmap }) => {
      const { width, height } = mask.size;
      const turned = transposeMask(mask);
      expect(turned.size).toEqual({ width: height, height: width });
      const expected = bitmap.map(
        (_, i) => bitmap[(i % height) * width + Math.floor(i / height)] ?? 2,
      );
      expect(maskToBitmap(turned)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test('twice is as before, and its runs are in the one form all masks have', () => {
  fc.assert(
    fc.property(anyMask(10), ({ mask }) => {
      expect(transposeMask(transposeMask(mask))).toEqual(mask);
    }),
  );
});

test('a full mask stays full', () => {
  expect([...transposeMask(maskFromPicture('###', '###')).runs]).toEqual([0, 6]);
});
