import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Size } from '../../geometry/spaces.ts';
import cases from '../fixtures/resize.golden.json';
import { createResizer } from './resize.ts';

function resize(rgb: Uint8Array, from: Size, to: Size): Uint8Array {
  const resizer = createResizer(from, to);
  for (let y = 0; y < from.height; y += 1) {
    const row = new Uint8ClampedArray(from.width * 4);
    for (let x = 0; x < from.width; x += 1) {
      const at = (y * from.width + x) * 3;
      row.set(rgb.subarray(at, at + 3), x * 4);
    }
    resizer.push(row);
  }
  return resizer.finish();
}

const side = fc.integer({ min: 1, max: 60 });
const size = fc.record({ width: side, height: side });

describe('resize', () => {
  it.each(cases)('gives what Pillow gives: $from to $to', ({ from, to, pixels, resized }) => {
    const result = resize(Buffer.from(pixels, 'base64'), from, to);
    expect(Buffer.from(result).equals(Buffer.from(resized, 'base64'))).toBe(true);
  });

  it('keeps a plain picture plain at any size', () => {
    const colour = fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 255 })));
    fc.assert(
      fc.property(size, size, colour, (from, to, [red = 0, green = 0, blue = 0]) => {
        const row = new Uint8Array(from.width * 4);
        for (let i = 0; i < row.length; i += 4) row.set([red, green, blue, 255], i);
        const resizer = createResizer(from, to);
        for (let y = 0; y < from.height; y += 1) resizer.push(row);
        const result = resizer.finish();
        expect(result.length).toBe(to.width * to.height * 3);
        expect(result.every((value, i) => value === [red, green, blue][i % 3])).toBe(true);
      }),
    );
  });

  it('does not move the picture: a mirrored picture gives the mirrored answer', () => {
    fc.assert(
      fc.property(
        side,
        side,
        fc.uint8Array({ minLength: 180, maxLength: 180 }),
        (width, outWidth, noise) => {
          const from = { width, height: 1 };
          const to = { width: outWidth, height: 1 };
          const pixels = noise.subarray(0, width * 3);
          const mirror = (rgb: Uint8Array) => rgb.slice().reverse();
          expect(mirror(resize(mirror(pixels), from, to))).toEqual(resize(pixels, from, to));
        },
      ),
    );
  });

  it('refuses a wrong number of rows', () => {
    const resizer = createResizer({ width: 1, height: 1 }, { width: 1, height: 1 });
    expect(() => resizer.finish()).toThrow(RangeError);
    resizer.push(new Uint8Array(4));
    expect(() => resizer.push(new Uint8Array(4))).toThrow(RangeError);
  });
});
