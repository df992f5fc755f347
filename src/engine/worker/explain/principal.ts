/** Vectors by rows: `count` vectors of `channels` numbers. */
interface Vectors {
  readonly values: Float32Array;
  readonly count: number;
  readonly channels: number;
}

/** Directions in which vectors vary most, and what part of the variance each has, 0 to 1. */
interface Principal {
  readonly directions: readonly Float64Array[];
  readonly shares: readonly number[];
}

const TURNS = 60;

/** Takes the mean of all vectors off each, in place. */
export function centre({ values, count, channels }: Vectors): void {
  const means = new Float64Array(channels);
  for (let i = 0; i < values.length; i++) add(means, i % channels, (values[i] ?? 0) / count);
  for (let i = 0; i < values.length; i++) add(values, i, -(means[i % channels] ?? 0));
}

/** The first `most` principal components of centred vectors, by power iteration with deflation. */
export function principalComponents(vectors: Vectors, most: number): Principal {
  const { channels } = vectors;
  const covariance = covarianceOf(vectors);
  let total = 0;
  for (let i = 0; i < channels; i++) total += covariance[i * channels + i] ?? 0;
  const directions: Float64Array[] = [];
  const shares: number[] = [];
  for (let one = 0; one < Math.min(most, channels); one++) {
    const { direction, variance } = strongest(covariance, channels);
    directions.push(direction);
    shares.push(total > 0 ? Math.max(0, variance / total) : 0);
    for (let i = 0; i < channels; i++)
      for (let j = 0; j < channels; j++)
        add(covariance, i * channels + j, -variance * (direction[i] ?? 0) * (direction[j] ?? 0));
  }
  return { directions, shares };
}

/** How far a vector reaches in a direction. */
export function projection(
  { values, channels }: Vectors,
  index: number,
  direction: Float64Array,
): number {
  const from = index * channels;
  let sum = 0;
  for (let c = 0; c < channels; c++) sum += (values[from + c] ?? 0) * (direction[c] ?? 0);
  return sum;
}

function covarianceOf({ values, count, channels }: Vectors): Float64Array {
  const covariance = new Float64Array(channels * channels);
  for (let from = 0; from < values.length; from += channels)
    for (let i = 0; i < channels; i++) {
      const value = (values[from + i] ?? 0) / count;
      const row = i * channels;
      for (let j = i; j < channels; j++) add(covariance, row + j, value * (values[from + j] ?? 0));
    }
  for (let i = 0; i < channels; i++)
    for (let j = 0; j < i; j++) covariance[i * channels + j] = covariance[j * channels + i] ?? 0;
  return covariance;
}

/** Its sign is that of its largest entry, so the same tensor gives the same colours. */
function strongest(matrix: Float64Array, channels: number) {
  let direction = Float64Array.from({ length: channels }, (_, i) => 1 + (i % 7) / 7);
  let variance = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    const next = product(matrix, direction);
    variance = Math.hypot(...next);
    if (variance === 0) break;
    direction = next.map((value) => value / variance);
  }
  const peak = direction.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best));
  return { direction: direction.map((value) => value * Math.sign(peak || 1)), variance };
}

function product(matrix: Float64Array, vector: Float64Array): Float64Array {
  const { length } = vector;
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < length; j++) sum += (matrix[i * length + j] ?? 0) * (vector[j] ?? 0);
    return sum;
  });
}

function add(values: Float32Array | Float64Array, at: number, by: number): void {
  values[at] = (values[at] ?? 0) + by;
}
