import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromBitmap } from './bitmap.ts';
import { complementOf } from './patch.ts';
import { smoothMask } from './smooth.ts';
import { anyMask, maskFromPicture } from './testing/arbitrary.ts';
import { forEachWithin } from './testing/bitmaps.ts';

const radius = fc.oneof(
  fc.integer({ min: 0, max: 14 }),
  fc.double({ min: 0, max: 6, noNaN: true }),
);

test('every pixel becomes what most pixels about it are', () => {
  fc.assert(
    fc.property(anyMask(12), radius, ({ mask, bitmap }, reach) => {
      const smooth = bitmap.map((bit, i) => {
        let balance = 0;
        forEachWithin(mask.size, reach, i, (near) => {
          balance += bitmap[near] ? 1 : -1;
        });
        return balance === 0 ? bit : Number(balance > 0);
      });
      expect(smoothMask(mask, reach)).toEqual(maskFromBitmap(smooth, mask.size));
    }),
  );
});

test('object and background are treated alike', () => {
  fc.assert(
    fc.property(anyMask(12), radius, ({ mask }, reach) => {
      expect(smoothMask(complementOf(mask), reach)).toEqual(complementOf(smoothMask(mask, reach)));
    }),
  );
});

test('a spike and a crack go, the rest stays', () => {
  const ragged = maskFromPicture('.......', '...#...', '#######', '###.###', '#######', '#######');
  const smooth = maskFromPicture('.......', '.......', '#######', '#######', '#######', '#######');
  expect(smoothMask(ragged, 1.5)).toEqual(smooth);
});
