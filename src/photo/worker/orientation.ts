import type { Size } from '../../geometry/spaces.ts';

export interface Rgba {
  readonly size: Size;
  /** RGBA, uint8, row-major. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Turns stored pixels upright. `orientation` is the TIFF and EXIF tag, 1 to 8: 2 mirrored, 3 half a
 * turn, 4 upside down, 5 to 8 with rows and columns exchanged. Anything else means upright.
 */
export function upright(stored: Rgba, orientation: number): Rgba {
  if (!(orientation >= 2 && orientation <= 8)) return stored;
  const { width, height } = stored.size;
  const isTurned = orientation >= 5;
  const size = isTurned ? { width: height, height: width } : stored.size;
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBottom = [3, 4, 6, 7].includes(orientation);
  // Where upright pixel (0, 0) is stored, and how far one step right or down moves there.
  const start = (fromBottom ? (height - 1) * width : 0) + (fromRight ? width - 1 : 0);
  const alongX = fromRight ? -1 : 1;
  const alongY = fromBottom ? -width : width;
  const right = isTurned ? alongY : alongX;
  const down = isTurned ? alongX : alongY;
  const source = new Uint32Array(stored.data.buffer, stored.data.byteOffset, width * height);
  const target = new Uint32Array(width * height);
  for (let y = 0, o = 0; y < size.height; y += 1) {
    for (let x = 0, i = start + y * down; x < size.width; x += 1, i += right, o += 1) {
      target[o] = source[i] ?? 0;
    }
  }
  return { size, data: new Uint8ClampedArray(target.buffer) };
}
