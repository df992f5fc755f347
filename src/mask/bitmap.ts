import type { Size } from '../geometry/spaces.ts';
import type { Mask } from './mask.ts';
import { forEachForegroundRun, startRuns } from './runs.ts';

/** Row-major, one byte a pixel, 1 in the mask and 0 outside. */
export function maskToBitmap(mask: Mask): Uint8Array<ArrayBuffer> {
  const bitmap = new Uint8Array(mask.size.width * mask.size.height);
  forEachForegroundRun(mask, (start, end) => bitmap.fill(1, start, end));
  return bitmap;
}

/** The inverse of `maskToBitmap`; any byte but 0 is in the mask. Throws a RangeError on a wrong length. */
export function maskFromBitmap(bitmap: Uint8Array, size: Size): Mask {
  const pixels = size.width * size.height;
  if (bitmap.length !== pixels) {
    throw new RangeError(
      `bitmap has ${bitmap.length} bytes, ${size.width}x${size.height} needs ${pixels}`,
    );
  }
  const runs = startRuns(size);
  let inside = false;
  for (let i = 0; i < pixels; i++) {
    if ((bitmap[i] !== 0) === inside) continue;
    inside = !inside;
    runs.toggleAt(i);
  }
  return runs.build();
}
