export interface Summary {
  readonly median: number;
  readonly p95: number;
  readonly count: number;
}

export function summarise(samples: readonly number[]): Summary {
  return { median: quantile(samples, 0.5), p95: quantile(samples, 0.95), count: samples.length };
}

/** Linear between the two nearest samples, as numpy does. */
function quantile(samples: readonly number[], at: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * at;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position % 1);
}

/** Median of the ratios of samples taken side by side: what slowed both of a pair cancels out. */
export function medianRatio(
  numerators: readonly number[],
  denominators: readonly number[],
): number {
  const ratios = numerators.map((value, i) => value / (denominators[i] ?? Number.NaN));
  return quantile(ratios, 0.5);
}
