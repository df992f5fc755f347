import type { Plane } from './pixels.ts';

const HISTOGRAM_BINS = 64;

/** How many pixels are how bright; shares, which sum to 1. */
export function histogramOf({ values }: Plane, bins = HISTOGRAM_BINS): readonly number[] {
  const counts = new Uint32Array(bins);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor((value * bins) / 256));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return [...counts].map((count) => count / Math.max(1, values.length));
}

/** The brightness, 0 to 1, that a share of the pixels stays below. */
export function percentile(histogram: readonly number[], share: number): number {
  let below = 0;
  for (const [i, part] of histogram.entries()) {
    if (part > 0 && below + part >= share) return (i + (share - below) / part) / histogram.length;
    below += part;
  }
  return 1;
}

export function meanOf({ values }: Plane): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / Math.max(1, values.length);
}

/** Root mean square contrast, 0 to 0.5 (Peli, 1990): the standard deviation of brightness. */
export function rmsContrast(luma: Plane): number {
  const mean = meanOf(luma);
  let sum = 0;
  for (const value of luma.values) sum += (value - mean) ** 2;
  return Math.sqrt(sum / Math.max(1, luma.values.length)) / 255;
}
