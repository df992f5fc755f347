import type { Grid } from './coverage-grid.ts';

/** What an encoder saw: float32 [channels, side, side]; the photo lies on the first `columns` x `rows` cells. */
export interface FeatureMap {
  readonly side: number;
  readonly values: Float32Array;
  readonly columns: number;
  readonly rows: number;
}

/** Descriptors of unit length, cell by cell: float32 [side * side, channels]; zero beside the photo. */
export interface Descriptors {
  readonly side: number;
  readonly channels: number;
  readonly values: Float32Array;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Descriptors of two photos that can be compared by their cosine. What all cells of both have in common is taken off
 * first: it says nothing about where one is.
 */
export function comparable(a: FeatureMap, b: FeatureMap): readonly [Descriptors, Descriptors] {
  const mean = meanOf([a, b]);
  return [described(a, mean), described(b, mean)];
}

/** Whether a cell shows a part of the photo. */
export function isOnPhoto({ side, columns, rows }: Omit<FeatureMap, 'values'>, cell: number) {
  return cell % side < columns && Math.floor(cell / side) < rows;
}

/** Cosine of two cells' descriptors. */
export function cosineAt(a: Descriptors, cellA: number, b: Descriptors, cellB: number): number {
  const { channels } = a;
  let sum = 0;
  for (let c = 0, i = cellA * channels, j = cellB * channels; c < channels; c++, i++, j++) {
    sum += (a.values[i] ?? 0) * (b.values[j] ?? 0);
  }
  return sum;
}

/** The mean descriptor under a weight for each cell, of unit length; zero where nothing weighs. */
export function meanUnder({ channels, values }: Descriptors, { values: weights }: Grid) {
  const mean = new Float32Array(channels);
  for (let cell = 0; cell < weights.length; cell++) {
    const weight = weights[cell] ?? 0;
    if (weight === 0) continue;
    for (let c = 0; c < channels; c++) {
      mean[c] = (mean[c] ?? 0) + weight * (values[cell * channels + c] ?? 0);
    }
  }
  return unit(mean);
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  return length > 0 ? vector.map((value) => value / length) : vector;
}

function meanOf(maps: readonly FeatureMap[]): Float32Array {
  const [first] = maps;
  const channels = first ? channelsOf(first) : 0;
  const mean = new Float32Array(channels);
  let cells = 0;
  for (const map of maps) {
    cells += map.columns * map.rows;
    forEachValue(map, (channel, _, value) => {
      mean[channel] = (mean[channel] ?? 0) + value;
    });
  }
  return mean.map((sum) => sum / Math.max(1, cells));
}

function described(map: FeatureMap, mean: Float32Array): Descriptors {
  const { side, columns, rows } = map;
  const channels = mean.length;
  const values = new Float32Array(side * side * channels);
  forEachValue(map, (channel, cell, value) => {
    values[cell * channels + channel] = value - (mean[channel] ?? 0);
  });
  for (let cell = 0; cell < side * side; cell++) {
    const one = values.subarray(cell * channels, (cell + 1) * channels);
    one.set(unit(one));
  }
  return { side, channels, values, columns, rows };
}

function channelsOf({ side, values }: FeatureMap): number {
  return values.length / (side * side);
}

function forEachValue(
  map: FeatureMap,
  visit: (channel: number, cell: number, value: number) => void,
): void {
  const { side, columns, rows, values } = map;
  for (let channel = 0; channel < channelsOf(map); channel++)
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < columns; x++) {
        const cell = y * side + x;
        visit(channel, cell, values[channel * side * side + cell] ?? 0);
      }
}
