import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromBitmap, maskToBitmap } from './bitmap.ts';
import { maskDifference } from './difference.ts';
import { maskArea, maskIou } from './measure.ts';
import { anyMask, anyMaskOf, anySize, maskFromPicture } from './testing/arbitrary.ts';

const pair = anySize(9).chain((size) => fc.tuple(anyMaskOf(size), anyMaskOf(size)));

test('the difference of two masks is what only one of them covers', () => {
  const a = maskFromPicture('###..', '###..', '.....');
  const b = maskFromPicture('.###.', '.###.', '....#');
  expect(maskDifference(a, b)).toEqual(maskFromPicture('#..#.', '#..#.', '....#'));
});

test('it is the exclusive or of the pixels, as canonical as a mask made from pixels', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const differs = a.bitmap.map((bit, i) => bit ^ (b.bitmap[i] ?? 0));
      const difference = maskDifference(a.mask, b.mask);
      expect(maskToBitmap(difference)).toEqual(differs);
      expect(difference).toEqual(maskFromBitmap(differs, a.mask.size));
    }),
  );
});

test('a mask does not differ from itself, and taking a difference twice takes it back', () => {
  fc.assert(
    fc.property(pair, ([{ mask: a }, { mask: b }]) => {
      expect(maskArea(maskDifference(a, a))).toBe(0);
      expect(maskDifference(maskDifference(a, b), b)).toEqual(a);
      expect(maskDifference(a, b)).toEqual(maskDifference(b, a));
    }),
  );
});

test('what two masks share, and what they do not, adds up to both', () => {
  fc.assert(
    fc.property(pair, ([{ mask: a }, { mask: b }]) => {
      const apart = maskArea(maskDifference(a, b));
      const union = (maskArea(a) + maskArea(b) + apart) / 2;
      expect(maskIou(a, b)).toBeCloseTo(union === 0 ? 1 : (union - apart) / union, 12);
    }),
  );
});

test('masks of different photos are refused', () => {
  fc.assert(
    fc.property(anyMask(), ({ mask }) => {
      const { width, height } = mask.size;
      const wider = maskFromBitmap(new Uint8Array((width + 1) * height), {
        width: width + 1,
        height,
      });
      expect(() => maskDifference(mask, wider)).toThrow(RangeError);
    }),
  );
});
