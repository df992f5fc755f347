import type { Size } from '../geometry/spaces.ts';
import { darkChannel, patchRadius } from '../report/dark-channel.ts';
import { lumaOf, type Pixels } from '../report/pixels.ts';

/** Haze as a photo has it; `transmission` is uint8, 255 clear, of a reduced size. */
export interface Haze {
  readonly size: Size;
  readonly transmission: Uint8Array<ArrayBuffer>;
  /** The light of the air, 0 to 1. */
  readonly air: readonly [number, number, number];
}

/** A little haze is left, so what is far off still looks so (He, Sun and Tang, 2009). */
const KEPT = 0.95;
/** Longest side of the map. */
const SIDE = 256;
const SMOOTH_EPSILON = 60;

/** Dark channel prior (He, Sun and Tang, 2009), its map made to follow the photo's edges by a guided filter (He, Sun and Tang, 2010). */
export function hazeOf(pixels: Pixels): Haze {
  const small = shrunk(pixels);
  const { size } = small;
  const radius = patchRadius(size);
  const dark = darkChannel(small, radius).values;
  const air = airOf(small, dark);
  const veiled = darkChannel({ size, rgba: litBy(small, air) }, radius).values;
  const guide = lumaOf(small).values;
  const smooth = guidedFilter(guide, veiled, size, 4 * radius);
  const transmission = Uint8Array.from(smooth, (veil) =>
    Math.min(255, Math.max(0, Math.round(255 - KEPT * veil))),
  );
  return { size, transmission, air };
}

/** The mean of the colours where the haze is thickest: the top thousandth of the dark channel. */
function airOf({ rgba }: Pixels, dark: Float32Array): readonly [number, number, number] {
  const counts = new Uint32Array(256);
  for (const value of dark) counts[Math.floor(value)] = (counts[Math.floor(value)] ?? 0) + 1;
  let [least, seen] = [255, counts[255] ?? 0];
  while (seen * 1000 < dark.length && least > 0) {
    least -= 1;
    seen += counts[least] ?? 0;
  }
  const sums: [number, number, number] = [0, 0, 0];
  for (const [i, value] of dark.entries()) {
    if (value < least) continue;
    for (let c = 0; c < 3; c++) sums[c] = (sums[c] ?? 0) + (rgba[i * 4 + c] ?? 0);
  }
  // Black air would be divided by.
  const mean = (sum: number) => Math.max(0.1, sum / Math.max(1, seen) / 255);
  return [mean(sums[0]), mean(sums[1]), mean(sums[2])];
}

/** Each channel as a share of the air's. */
function litBy({ rgba }: Pixels, air: readonly [number, number, number]): Uint8ClampedArray {
  const out = new Uint8ClampedArray(rgba.length);
  for (let i = 0; i < rgba.length; i++) {
    out[i] = i % 4 === 3 ? 255 : (rgba[i] ?? 0) / (air[i % 4] ?? 1);
  }
  return out;
}

/** By area, to at most SIDE. */
function shrunk({ size, rgba }: Pixels): Pixels {
  const scale = Math.min(1, SIDE / Math.max(size.width, size.height));
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  const sums = new Float64Array(width * height * 3);
  const counts = new Uint32Array(width * height);
  for (let y = 0; y < size.height; y++) {
    const row = Math.floor((y * height) / size.height) * width;
    for (let x = 0; x < size.width; x++) {
      const to = row + Math.floor((x * width) / size.width);
      const from = (y * size.width + x) * 4;
      counts[to] = (counts[to] ?? 0) + 1;
      for (let c = 0; c < 3; c++)
        sums[to * 3 + c] = (sums[to * 3 + c] ?? 0) + (rgba[from + c] ?? 0);
    }
  }
  const out = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [i, count] of counts.entries()) {
    for (let c = 0; c < 3; c++) out[i * 4 + c] = (sums[i * 3 + c] ?? 0) / Math.max(1, count);
  }
  return { size: { width, height }, rgba: out };
}

function guidedFilter(
  guide: Float32Array,
  values: Float32Array,
  size: Size,
  radius: number,
): Float32Array {
  const mean = (of: Float32Array) => boxMean(of, size, radius);
  const times = (a: Float32Array, b: Float32Array) => a.map((one, i) => one * (b[i] ?? 0));
  const [meanGuide, meanValue] = [mean(guide), mean(values)];
  const [both, square] = [mean(times(guide, values)), mean(times(guide, guide))];
  const slope = meanGuide.map((m, i) => {
    const covariance = (both[i] ?? 0) - m * (meanValue[i] ?? 0);
    return covariance / ((square[i] ?? 0) - m * m + SMOOTH_EPSILON);
  });
  const offset = slope.map((s, i) => (meanValue[i] ?? 0) - s * (meanGuide[i] ?? 0));
  const [meanSlope, meanOffset] = [mean(slope), mean(offset)];
  return guide.map((value, i) => (meanSlope[i] ?? 0) * value + (meanOffset[i] ?? 0));
}

/** Mean of the square around each pixel, as much of it as lies in the picture. */
function boxMean(values: Float32Array, { width, height }: Size, radius: number): Float32Array {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += values[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - radius), Math.min(height, y + radius + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)];
      const at = (row: number, column: number) => sums[row * stride + column] ?? 0;
      const sum = at(bottom, right) - at(bottom, left) - at(top, right) + at(top, left);
      out[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return out;
}
