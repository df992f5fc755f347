import { mirrored } from './filter.ts';
import type { Photo } from './photo.ts';

/** For each place along a row or column the two pixels it lies between, and how near it is to the second. */
export interface Between {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly share: Float32Array;
}

/** Mirrored at the edges, which are not repeated. */
export function placesBetween(length: number, placeOf: (index: number) => number): Between {
  const places: Between = {
    first: new Int32Array(length),
    second: new Int32Array(length),
    share: new Float32Array(length),
  };
  for (let i = 0; i < length; i++) {
    const place = placeOf(i);
    const first = Math.floor(place);
    places.first[i] = mirrored(first, length);
    places.second[i] = mirrored(first + 1, length);
    places.share[i] = place - first;
  }
  return places;
}

/** Adds to `sums`, three values a column, a row of the photo as these places see it. */
export function addRow(
  { size: { width }, rgba }: Photo,
  columns: Between,
  rows: Between,
  row: number,
  sums: Float32Array,
): void {
  const upper = (rows.first[row] ?? 0) * width * 4;
  const lower = (rows.second[row] ?? 0) * width * 4;
  const low = rows.share[row] ?? 0;
  for (let column = 0; column < width; column++) {
    const left = (columns.first[column] ?? 0) * 4;
    const right = (columns.second[column] ?? 0) * 4;
    const share = columns.share[column] ?? 0;
    for (let channel = 0; channel < 3; channel++) {
      const above = mix(
        rgba[upper + left + channel] ?? 0,
        rgba[upper + right + channel] ?? 0,
        share,
      );
      const below = mix(
        rgba[lower + left + channel] ?? 0,
        rgba[lower + right + channel] ?? 0,
        share,
      );
      const at = column * 3 + channel;
      sums[at] = (sums[at] ?? 0) + mix(above, below, low);
    }
  }
}

/** Bilinear, into the first three values of `rgb`; mirrored at the edges, which are not repeated. */
export function readBetween(
  { size: { width, height }, rgba }: Photo,
  x: number,
  y: number,
  rgb: Float32Array,
): void {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, low] = [x - left, y - top];
  const x0 = mirrored(left, width) * 4;
  const x1 = mirrored(left + 1, width) * 4;
  const y0 = mirrored(top, height) * width * 4;
  const y1 = mirrored(top + 1, height) * width * 4;
  for (let channel = 0; channel < 3; channel++) {
    const above = mix(rgba[y0 + x0 + channel] ?? 0, rgba[y0 + x1 + channel] ?? 0, right);
    const below = mix(rgba[y1 + x0 + channel] ?? 0, rgba[y1 + x1 + channel] ?? 0, right);
    rgb[channel] = mix(above, below, low);
  }
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
