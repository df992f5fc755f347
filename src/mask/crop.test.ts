import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropMask, placeMask } from './crop.ts';
import { maskArea, maskBox } from './measure.ts';
import { anyMask, maskFromPicture } from './testing/arbitrary.ts';

test('a mask cut to its box and put back is as before', () => {
  fc.assert(
    fc.property(anyMask(), ({ mask }) => {
      const box = maskBox(mask);
      if (!box) return;
      const cut = cropMask(mask, box);
      expect(maskArea(cut)).toBe(maskArea(mask));
      expect(placeMask(cut, { x: box.x0, y: box.y0 }, mask.size)).toEqual(mask);
    }),
  );
});

test('what lies outside is cut off', () => {
  const mask = maskFromPicture('##', '##');
  const place = (x: number, y: number) => placeMask(mask, { x, y }, { width: 3, height: 2 });
  expect(place(2, 1)).toEqual(maskFromPicture('...', '..#'));
  expect(place(-1, -1)).toEqual(maskFromPicture('#..', '...'));
  expect(maskArea(place(9, 9))).toBe(0);
  expect(cropMask(mask, { x0: 1, y0: 0, x1: 3, y1: 1 })).toEqual(maskFromPicture('#.'));
});
