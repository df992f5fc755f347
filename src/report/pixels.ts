import type { Size } from '../geometry/spaces.ts';

/** A picture in memory: RGBA, uint8, row-major, opaque. */
export interface Pixels {
  readonly size: Size;
  readonly rgba: Uint8ClampedArray;
}

/** One channel, float32, row-major, 0 to 255. */
export interface Plane {
  readonly size: Size;
  readonly values: Float32Array;
}

/** Rec. 601, as JPEG has it. */
export function lumaOf({ size, rgba }: Pixels): Plane {
  const values = new Float32Array(size.width * size.height);
  for (let i = 0, o = 0; i < values.length; i++, o += 4) {
    values[i] = 0.299 * (rgba[o] ?? 0) + 0.587 * (rgba[o + 1] ?? 0) + 0.114 * (rgba[o + 2] ?? 0);
  }
  return { size, values };
}

/** The same with columns for rows, so what works along rows works along columns. */
export function turned({ size: { width, height }, values }: Plane): Plane {
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) out[x * height + y] = values[y * width + x] ?? 0;
  }
  return { size: { width: height, height: width }, values: out };
}
