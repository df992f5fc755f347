import type { Size } from '../../geometry/spaces.ts';

/**
 * The resize SAM was trained with: Pillow's `Image.resize(size, BILINEAR)` on uint8, bit for bit.
 * A triangle filter whose support grows with the reduction (so it antialiases), first along rows,
 * then along columns, each pass in fixed point and rounded to 8 bits. (Pillow from 2026 on takes
 * very tall pictures by columns first, which differs by one at times; SAM was trained before.) Pure.
 */

/** Pillow's: 32 bits less 8 for the sample and 2 to spare. */
const PRECISION_BITS = 22;
const HALF = 1 << (PRECISION_BITS - 1);

/** For each output sample: its first input sample, how many it takes, and their fixed-point weights. */
interface Taps {
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly weights: Int32Array;
  /** Weights of output sample i start at i * stride. */
  readonly stride: number;
}

export interface Resizer {
  /** Takes the next row: RGBA, uint8, `from.width` pixels; alpha is ignored. Rows come top to bottom. */
  push(row: Uint8Array | Uint8ClampedArray): void;
  /** RGB, uint8, row-major HWC. Call it once, after `from.height` rows. */
  finish(): Uint8Array<ArrayBuffer>;
}

/** Fed row by row, so a large photo never needs a second full copy. */
export function createResizer(from: Size, to: Size): Resizer {
  const columns = tapsOf(from.width, to.width);
  const rows = tapsOf(from.height, to.height);
  const rowLength = to.width * 3;
  const narrowed = new Uint8Array(rowLength * from.height);
  let received = 0;
  return {
    push(row) {
      if (received === from.height) throw new RangeError('more rows than the photo has');
      resizeRow(row, columns, narrowed, received * rowLength);
      received += 1;
    },
    finish() {
      if (received !== from.height) throw new RangeError('fewer rows than the photo has');
      return resizeColumns(narrowed, rows, rowLength);
    },
  };
}

function tapsOf(from: number, to: number): Taps {
  const scale = from / to;
  const support = Math.max(scale, 1);
  const stride = Math.ceil(support) * 2 + 1;
  const taps: Taps = {
    first: new Int32Array(to),
    count: new Int32Array(to),
    weights: new Int32Array(to * stride),
    stride,
  };
  for (let i = 0; i < to; i += 1) setTaps(taps, i, (i + 0.5) * scale, support, from);
  return taps;
}

function setTaps(taps: Taps, index: number, center: number, support: number, from: number): void {
  const first = Math.max(Math.trunc(center - support + 0.5), 0);
  const count = Math.min(Math.trunc(center + support + 0.5), from) - first;
  const raw = Array.from({ length: count }, (_, k) =>
    Math.max(0, 1 - Math.abs((first + k - center + 0.5) / support)),
  );
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  taps.first[index] = first;
  taps.count[index] = count;
  for (const [k, weight] of raw.entries()) {
    taps.weights[index * taps.stride + k] = Math.trunc(
      0.5 + (weight / total) * (1 << PRECISION_BITS),
    );
  }
}

/** The weights are positive and add up to one, so a sum never leaves 0..255 or 31 bits. */
function resizeRow(
  rgba: Uint8Array | Uint8ClampedArray,
  { first, count, weights, stride }: Taps,
  out: Uint8Array,
  offset: number,
): void {
  const width = first.length;
  for (let x = 0, o = offset; x < width; x += 1, o += 3) {
    let red = HALF;
    let green = HALF;
    let blue = HALF;
    let w = x * stride;
    let i = (first[x] ?? 0) * 4;
    for (const end = w + (count[x] ?? 0); w < end; w += 1, i += 4) {
      const weight = weights[w] ?? 0;
      red = (red + Math.imul(rgba[i] ?? 0, weight)) | 0;
      green = (green + Math.imul(rgba[i + 1] ?? 0, weight)) | 0;
      blue = (blue + Math.imul(rgba[i + 2] ?? 0, weight)) | 0;
    }
    out[o] = Math.min(red >> PRECISION_BITS, 255);
    out[o + 1] = Math.min(green >> PRECISION_BITS, 255);
    out[o + 2] = Math.min(blue >> PRECISION_BITS, 255);
  }
}

function resizeColumns(
  rows: Uint8Array,
  { first, count, weights, stride }: Taps,
  rowLength: number,
): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(first.length * rowLength);
  const sums = new Int32Array(rowLength);
  for (let y = 0; y < first.length; y += 1) {
    sums.fill(HALF);
    for (let k = 0; k < (count[y] ?? 0); k += 1) {
      const weight = weights[y * stride + k] ?? 0;
      const start = ((first[y] ?? 0) + k) * rowLength;
      for (let x = 0; x < rowLength; x += 1) {
        sums[x] = (sums[x] ?? 0) + Math.imul(rows[start + x] ?? 0, weight);
      }
    }
    const offset = y * rowLength;
    for (let x = 0; x < rowLength; x += 1) {
      out[offset + x] = Math.min((sums[x] ?? 0) >> PRECISION_BITS, 255);
    }
  }
  return out;
}
