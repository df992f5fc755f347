import type { Plane } from '../report/pixels.ts';
import { mirrored } from './filter.ts';

/** The weights of one row of the disc: 1 up to `whole` pixels to either side of the middle, less beyond. */
interface DiscRow {
  readonly dy: number;
  /** -1: none is 1. */
  readonly whole: number;
  readonly edge: readonly { readonly dx: number; readonly weight: number }[];
}

/**
 * The mean over an antialiased disc around each pixel; `radius` in pixels, the plane mirrored at its edges. The
 * whole weights of a row are one difference of running sums, and a row goes with the one as far on the other side.
 */
export function overDisc({ size, values }: Plane, radius: number): Plane {
  const { width, height } = size;
  const reach = Math.ceil(radius);
  const { rows, total } = discOf(radius, reach);
  const padded = width + 2 * reach;
  const pair = new Float64Array(padded);
  const sums = new Float64Array(padded + 1);
  const made = new Float64Array(width);
  const columns = Int32Array.from({ length: padded }, (_, x) => mirrored(x - reach, width));
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    made.fill(0);
    for (const row of rows) {
      const above = mirrored(y - row.dy, height) * width;
      const below = mirrored(y + row.dy, height) * width;
      addUp(values, above, row.dy === 0 ? -1 : below, columns, pair, sums);
      addRow(row, pair, sums, reach, made);
    }
    for (let x = 0, o = y * width; x < width; x++, o++) out[o] = (made[x] ?? 0) / total;
  }
  return { size, values: out };
}

/** One row, or two that weigh alike (`other` is not -1), and the sums of all before each place. */
// biome-ignore lint/complexity/useMaxParams: bare numbers, so nothing is allocated for a row.
function addUp(
  values: Float32Array,
  one: number,
  other: number,
  columns: Int32Array,
  pair: Float64Array,
  sums: Float64Array,
): void {
  let sum = 0;
  for (let x = 0; x < pair.length; x++) {
    const column = columns[x] ?? 0;
    const value = (values[one + column] ?? 0) + (other < 0 ? 0 : (values[other + column] ?? 0));
    pair[x] = value;
    sum += value;
    sums[x + 1] = sum;
  }
}

function addRow(
  { whole, edge }: DiscRow,
  pair: Float64Array,
  sums: Float64Array,
  reach: number,
  made: Float64Array,
): void {
  const width = made.length;
  if (whole >= 0) {
    for (let x = 0, left = reach - whole, right = reach + whole + 1; x < width; x++)
      made[x] = (made[x] ?? 0) + (sums[right + x] ?? 0) - (sums[left + x] ?? 0);
  }
  for (const { dx, weight } of edge) {
    if (dx === 0) {
      for (let x = 0; x < width; x++) made[x] = (made[x] ?? 0) + weight * (pair[reach + x] ?? 0);
      continue;
    }
    for (let x = 0, left = reach - dx, right = reach + dx; x < width; x++)
      made[x] = (made[x] ?? 0) + weight * ((pair[left + x] ?? 0) + (pair[right + x] ?? 0));
  }
}

function discOf(radius: number, reach: number): { rows: DiscRow[]; total: number } {
  const rows: DiscRow[] = [];
  let total = 0;
  for (let dy = 0; dy <= reach; dy++) {
    let whole = -1;
    const edge: { dx: number; weight: number }[] = [];
    for (let dx = 0; dx <= reach; dx++) {
      const weight = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(dx, dy)));
      if (weight === 1) whole = dx;
      else if (weight > 0) edge.push({ dx, weight });
      total += weight * (dx === 0 ? 1 : 2) * (dy === 0 ? 1 : 2);
    }
    rows.push({ dy, whole, edge });
  }
  return { rows, total };
}
