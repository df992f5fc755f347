import type { Size } from '../geometry/spaces.ts';

/**
 * A binary mask at the photo's full resolution as row-major run lengths: background first, then
 * foreground, alternating; the runs add up to width * height. Exact for holes and many parts, and
 * small: a 24-megapixel mask is a few thousand numbers.
 */
export interface Mask {
  readonly size: Size;
  readonly runs: Uint32Array;
}
