import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromBitmap, maskToBitmap } from './bitmap.ts';
import { anyMask } from './testing/arbitrary.ts';
import { type Turn, turnMask } from './turn.ts';

/** By the pixel: where the one at x, y of a picture of this size goes. */
const PLACES: Readonly<Record<Turn, (x: number, y: number, w: number, h: number) => number[]>> = {
  5: (x, y) => [y, x],
  6: (x, y, _w, h) => [h - 1 - y, x],
  7: (x, y, w, h) => [h - 1 - y, w - 1 - x],
  8: (x, y, w) => [y, w - 1 - x],
};

test.each([5, 6, 7, 8] as const)('turn %i moves each pixel as EXIF says', (turn) => {
  fc.assert(
    fc.property(anyMask(), ({ mask }) => {
      const { width, height } = mask.size;
      const bits = maskToBitmap(mask);
      const turned = new Uint8Array(bits.length);
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const [tx = 0, ty = 0] = PLACES[turn](x, y, width, height);
          turned[ty * height + tx] = bits[y * width + x] ?? 0;
        }
      const expected = maskFromBitmap(turned, { width: height, height: width });
      expect(turnMask(mask, turn)).toEqual(expected);
    }),
  );
});
