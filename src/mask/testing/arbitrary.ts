import fc from 'fast-check';
import type { Size } from '../../geometry/spaces.ts';
import { maskFromBitmap } from '../bitmap.ts';
import type { Mask } from '../mask.ts';

export interface MaskWithBitmap {
  readonly mask: Mask;
  readonly bitmap: Uint8Array;
}

/** Random pixels: holes, touching corners and border pixels come automatically at these sizes. */
export function anyMask(longestSide = 9): fc.Arbitrary<MaskWithBitmap> {
  return anySize(longestSide).chain((size) => anyMaskOf(size));
}

export function anyMaskOf(size: Size): fc.Arbitrary<MaskWithBitmap> {
  const pixels = size.width * size.height;
  return fc
    .array(fc.constantFrom(0, 1), { minLength: pixels, maxLength: pixels })
    .map((bits) => Uint8Array.from(bits))
    .map((bitmap) => ({ bitmap, mask: maskFromBitmap(bitmap, size) }));
}

export function anySize(longestSide: number): fc.Arbitrary<Size> {
  const side = fc.integer({ min: 1, max: longestSide });
  return fc.record({ width: side, height: side });
}

/** Rows of `#` (in the mask) and `.`, as they look on screen. */
export function maskFromPicture(...rows: string[]): Mask {
  const pixels = [...rows.join('')].map((mark) => (mark === '#' ? 1 : 0));
  return maskFromBitmap(Uint8Array.from(pixels), {
    width: rows[0]?.length ?? 0,
    height: rows.length,
  });
}
