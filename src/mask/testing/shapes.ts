import type { ImagePoint, Size } from '../../geometry/spaces.ts';
import { maskFromBitmap } from '../bitmap.ts';
import type { Mask } from '../mask.ts';

/** Pixels whose centres lie within `radius` of the point, and further than `hole` from it. */
export function discMask(size: Size, centre: ImagePoint, radius: number, hole = 0): Mask {
  const bitmap = new Uint8Array(size.width * size.height);
  for (let i = 0; i < bitmap.length; i++) {
    const x = (i % size.width) + 0.5 - centre.x;
    const y = Math.floor(i / size.width) + 0.5 - centre.y;
    const far = Math.hypot(x, y);
    bitmap[i] = far < radius && far >= hole ? 1 : 0;
  }
  return maskFromBitmap(bitmap, size);
}
