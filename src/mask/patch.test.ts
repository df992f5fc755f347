import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromBitmap, maskToBitmap } from './bitmap.ts';
import { addToMask, complementOf, intersectMasks, subtractFromMask } from './patch.ts';
import { anyMask, anyMaskOf, anySize, maskFromPicture } from './testing/arbitrary.ts';

const pair = anySize(9).chain((size) => fc.tuple(anyMaskOf(size), anyMaskOf(size)));

test('adding, subtracting and intersecting do to masks what they do to pixels', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const { size } = a.mask;
      // Compared as runs, so they are also in the one form that a mask from pixels has.
      const expected = (rule: (inA: number, inB: number) => number) =>
        maskFromBitmap(
          a.bitmap.map((bit, i) => rule(bit, b.bitmap[i] ?? 0)),
          size,
        );
      expect(addToMask(a.mask, b.mask)).toEqual(expected((inA, inB) => inA | inB));
      expect(subtractFromMask(a.mask, b.mask)).toEqual(expected((inA, inB) => inA & ~inB));
      expect(intersectMasks(a.mask, b.mask)).toEqual(expected((inA, inB) => inA & inB));
    }),
  );
});

test('the complement has every other pixel, and its own complement is the mask', () => {
  fc.assert(
    fc.property(anyMask(), ({ mask, bitmap }) => {
      expect(maskToBitmap(complementOf(mask))).toEqual(bitmap.map((bit) => 1 - bit));
      expect(complementOf(complementOf(mask))).toEqual(mask);
    }),
  );
});

test('holes and several parts stay exact beside a patch', () => {
  const mask = maskFromPicture('####.#', '#..#.#', '####.#');
  const patch = maskFromPicture('......', '.#....', '......');
  const filled = maskFromPicture('####.#', '##.#.#', '####.#');
  expect(addToMask(mask, patch)).toEqual(filled);
  expect(subtractFromMask(filled, patch)).toEqual(mask);
});

test('masks of different photos are refused', () => {
  const [a, b] = [maskFromPicture('#.'), maskFromPicture('#', '.')];
  expect(() => addToMask(a, b)).toThrow(RangeError);
  expect(() => subtractFromMask(a, b)).toThrow(RangeError);
});
