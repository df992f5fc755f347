import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskArea, maskBox, maskContains, maskIou } from './measure.ts';
import { anyMask, anyMaskOf, anySize, maskFromPicture } from './testing/arbitrary.ts';

test('area is the number of pixels in the mask', () => {
  fc.assert(
    fc.property(anyMask(), ({ mask, bitmap }) => {
      expect(maskArea(mask)).toBe(bitmap.filter((bit) => bit).length);
    }),
  );
});

describe('the box', () => {
  test('includes the edges of the outermost pixels', () => {
    const mask = maskFromPicture('.....', '..#..', '...#.', '.....');
    expect(maskBox(mask)).toEqual({ x0: 2, y0: 1, x1: 4, y1: 3 });
  });

  test('is missing for an empty mask', () => {
    expect(maskBox(maskFromPicture('...'))).toBeNull();
  });

  test('is the tightest one', () => {
    fc.assert(
      fc.property(anyMask(), ({ mask, bitmap }) => {
        const inside = [...bitmap.keys()].filter((i) => bitmap[i]);
        const xs = inside.map((i) => i % mask.size.width);
        const ys = inside.map((i) => Math.floor(i / mask.size.width));
        const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs) + 1 };
        const expected = inside.length ? { ...box, y1: Math.max(...ys) + 1 } : null;
        expect(maskBox(mask)).toEqual(expected);
      }),
    );
  });
});

describe('a point', () => {
  test('is in the mask when its pixel is', () => {
    fc.assert(
      fc.property(
        anyMask(),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        ({ mask, bitmap }, within) => {
          for (const [i, bit] of bitmap.entries()) {
            const { width } = mask.size;
            const point = { x: (i % width) + within, y: Math.floor(i / width) + within };
            expect(maskContains(mask, point)).toBe(bit === 1);
          }
        },
      ),
    );
  });

  test.each([
    [-0.1, 0.5],
    [0.5, -0.1],
    [2, 0.5],
    [0.5, 1],
  ])('outside the photo (%d, %d) is not', (x, y) => {
    expect(maskContains(maskFromPicture('##'), { x, y })).toBe(false);
  });
});

describe('intersection over union', () => {
  const pair = anySize(8).chain((size) => fc.tuple(anyMaskOf(size), anyMaskOf(size)));

  test('counts pixels', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const both = a.bitmap.filter((bit, i) => bit && b.bitmap[i]).length;
        const either = a.bitmap.filter((bit, i) => bit || b.bitmap[i]).length;
        expect(maskIou(a.mask, b.mask)).toBe(either ? both / either : 1);
      }),
    );
  });

  test('of masks of different photos is refused', () => {
    const [wide, high] = [maskFromPicture('##'), maskFromPicture('#', '#')];
    expect(() => maskIou(wide, high)).toThrow(RangeError);
  });
});
