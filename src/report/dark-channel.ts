import type { Size } from '../geometry/spaces.ts';
import type { Pixels } from './pixels.ts';
import { type Plane, turned } from './pixels.ts';

/** He, Sun and Tang's patch is 15 pixels in a picture of 600; here of any size. */
const PATCH_SHARE = 15 / 600;

export function patchRadius({ width, height }: Size): number {
  return Math.max(1, Math.round((Math.max(width, height) * PATCH_SHARE) / 2));
}

/** The least of the three channels in the surroundings of each pixel (He, Sun and Tang, 2009): near 0 without haze. */
export function darkChannel({ size, rgba }: Pixels, radius = patchRadius(size)): Plane {
  const values = new Float32Array(size.width * size.height);
  for (let i = 0, o = 0; i < values.length; i++, o += 4) {
    values[i] = Math.min(rgba[o] ?? 0, rgba[o + 1] ?? 0, rgba[o + 2] ?? 0);
  }
  return turned(leastAlongRows(turned(leastAlongRows({ size, values }, radius)), radius));
}

/** The least of 2 radius + 1 neighbours in a row, by van Herk (1992): three comparisons a pixel at any radius. */
function leastAlongRows({ size, values }: Plane, radius: number): Plane {
  const { width, height } = size;
  const window = 2 * radius + 1;
  const padded = Math.ceil((width + 2 * radius) / window) * window;
  const [row, left, right] = [
    new Float32Array(padded),
    new Float32Array(padded),
    new Float32Array(padded),
  ];
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    row.fill(Number.POSITIVE_INFINITY);
    row.set(values.subarray(y * width, (y + 1) * width), radius);
    for (let i = 0; i < padded; i++) {
      const value = row[i] ?? 0;
      left[i] = i % window === 0 ? value : Math.min(left[i - 1] ?? 0, value);
    }
    for (let i = padded - 1; i >= 0; i--) {
      const value = row[i] ?? 0;
      right[i] = i % window === window - 1 ? value : Math.min(right[i + 1] ?? value, value);
    }
    for (let x = 0; x < width; x++) {
      out[y * width + x] = Math.min(right[x] ?? 0, left[x + window - 1] ?? 0);
    }
  }
  return { size, values: out };
}
