import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromBitmap } from './bitmap.ts';
import { growMask, shrinkMask } from './grow.ts';
import { anyMask, maskFromPicture } from './testing/arbitrary.ts';
import { forEachWithin } from './testing/bitmaps.ts';
import { discMask } from './testing/shapes.ts';

const radius = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.double({ min: 0, max: 6, noNaN: true }),
);

test('growing takes every pixel within the radius, and no other', () => {
  fc.assert(
    fc.property(anyMask(12), radius, ({ mask, bitmap }, by) => {
      const grown = new Uint8Array(bitmap.length);
      bitmap.forEach((bit, i) => {
        if (bit) forEachWithin(mask.size, by, i, (near) => grown.fill(1, near, near + 1));
      });
      expect(growMask(mask, by)).toEqual(maskFromBitmap(grown, mask.size));
    }),
  );
});

test('shrinking leaves the pixels that have no background within the radius', () => {
  fc.assert(
    fc.property(anyMask(12), radius, ({ mask, bitmap }, by) => {
      const kept = bitmap.map((_, i) => {
        let isDeep = 1;
        forEachWithin(mask.size, by, i, (near) => {
          if (!bitmap[near]) isDeep = 0;
        });
        return isDeep;
      });
      expect(shrinkMask(mask, by)).toEqual(maskFromBitmap(kept, mask.size));
    }),
  );
});

test('one pixel grows to a Euclidean disc, and a shrunk disc stays round', () => {
  const size = { width: 31, height: 25 };
  const centre = { x: 15.5, y: 12.5 };
  const pixel = discMask(size, centre, 0.6);
  expect(growMask(pixel, 8)).toEqual(discMask(size, centre, 8.0001));
  expect(shrinkMask(growMask(pixel, 8), 8)).toEqual(pixel);
});

test('an object at the border is not eaten from there', () => {
  const mask = maskFromPicture('##...', '##...', '##...');
  expect(shrinkMask(mask, 1)).toEqual(maskFromPicture('#....', '#....', '#....'));
});
