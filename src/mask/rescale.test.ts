import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskFromBitmap, maskToBitmap } from './bitmap.ts';
import { maskDifference } from './difference.ts';
import { maskIou } from './measure.ts';
import { rescaleMask } from './rescale.ts';

const side = fc.integer({ min: 1, max: 12 });
const mask = fc.tuple(side, side).chain(([width, height]) => {
  const count = width * height;
  return fc
    .uint8Array({ minLength: count, maxLength: count, max: 1 })
    .map((bitmap) => maskFromBitmap(bitmap, { width, height }));
});

it('is the same at the same size, and comes back from a whole multiple of it', () => {
  fc.assert(
    fc.property(mask, side, side, (one, across, down) => {
      expect(rescaleMask(one, one.size)).toEqual(one);
      const { width, height } = one.size;
      const large = rescaleMask(one, { width: width * across, height: height * down });
      expect(rescaleMask(large, one.size)).toEqual(one);
    }),
  );
});

it('covers the same share of any other size', () => {
  fc.assert(
    fc.property(side, side, (width, height) => {
      const bitmap = new Uint8Array(96 * 64).map((_, i) =>
        i % 96 < 48 && i < 48 * 32 * 2 ? 1 : 0,
      );
      const quarter = maskFromBitmap(bitmap, { width: 96, height: 64 });
      const scaled = rescaleMask(quarter, { width: width * 8, height: height * 8 });
      const expected = new Uint8Array(width * height * 64).map((_, i) => {
        const [x, y] = [i % (width * 8), Math.floor(i / (width * 8))];
        return x < width * 4 && y < height * 4 ? 1 : 0;
      });
      expect(maskToBitmap(scaled)).toHaveLength(expected.length);
      const truth = maskFromBitmap(expected, { width: width * 8, height: height * 8 });
      expect(maskIou(scaled, truth)).toBe(1);
    }),
  );
});

it('of what differs is what differs of both', () => {
  const pair = fc.tuple(side, side).chain(([width, height]) => {
    const count = width * height;
    const one = fc
      .uint8Array({ minLength: count, maxLength: count, max: 1 })
      .map((bitmap) => maskFromBitmap(bitmap, { width, height }));
    return fc.tuple(one, one);
  });
  fc.assert(
    fc.property(pair, side, side, ([one, other], width, height) => {
      const size = { width, height };
      expect(rescaleMask(maskDifference(one, other), size)).toEqual(
        maskDifference(rescaleMask(one, size), rescaleMask(other, size)),
      );
    }),
  );
});
