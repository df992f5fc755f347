import type { Plane } from './pixels.ts';

/** Daubechies' second high-pass filter, orthonormal. */
const DB2 = [-0.4829629131445341, 0.8365163037378079, -0.2241438680420134, -0.1294095225512604];
/** The median of |x| of a normal distribution of sigma 1. */
const MEDIAN_OF_NORMAL = 0.6744897501960817;
/** Bins, for each grey level, of the histogram that the median is read from. */
const BINS_PER_GREY = 64;
const BINS = 512 * BINS_PER_GREY;

/**
 * Sigma of the noise in grey levels, by Donoho and Johnstone (1994): the median absolute deviation of the finest
 * diagonal wavelet coefficients, of which edges make few. 0 for a picture too small for it, or flat.
 */
export function noiseSigma({ size: { width, height }, values }: Plane): number {
  const [columns, rows] = [Math.floor((width - 2) / 2), Math.floor((height - 2) / 2)];
  if (columns < 1 || rows < 1) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = DB2;
  const along = new Float32Array(columns * height);
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < columns; k++) {
      const at = y * width + 2 * k;
      along[y * columns + k] =
        d * (values[at] ?? 0) +
        c * (values[at + 1] ?? 0) +
        b * (values[at + 2] ?? 0) +
        a * (values[at + 3] ?? 0);
    }
  }
  const counts = new Uint32Array(BINS);
  let total = 0;
  for (let k = 0; k < rows; k++) {
    for (let x = 0; x < columns; x++) {
      const at = 2 * k * columns + x;
      const detail =
        d * (along[at] ?? 0) +
        c * (along[at + columns] ?? 0) +
        b * (along[at + 2 * columns] ?? 0) +
        a * (along[at + 3 * columns] ?? 0);
      // What is burnt out, or plain black, says nothing of the noise.
      if (isClipped(values[2 * k * width + 2 * x] ?? 0)) continue;
      const bin = Math.min(BINS - 1, Math.floor(Math.abs(detail) * BINS_PER_GREY));
      counts[bin] = (counts[bin] ?? 0) + 1;
      total += 1;
    }
  }
  return total === 0 ? 0 : medianIn(counts, total) / MEDIAN_OF_NORMAL;
}

function isClipped(value: number): boolean {
  return value < 1 || value > 254;
}

function medianIn(counts: Uint32Array, total: number): number {
  let seen = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const before = seen;
    seen += counts[bin] ?? 0;
    if (seen * 2 >= total) return (bin + (total / 2 - before) / (counts[bin] ?? 1)) / BINS_PER_GREY;
  }
  return 0;
}
