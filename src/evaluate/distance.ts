import type { Size } from '../geometry/spaces.ts';

/**
 * Squares of each pixel's distance to the nearest pixel outside; beyond the edges all is outside. Exact, in a pass
 * along columns and one along rows (Felzenszwalb and Huttenlocher, 2012). `inside`: a byte a pixel, row-major.
 */
export function squaredDistances(inside: Uint8Array, size: Size): Float64Array {
  const squares = alongColumns(inside, size);
  const { width, height } = size;
  const envelope = createEnvelope(width + 2);
  for (let y = 0; y < height; y++) envelope.settle(squares.subarray(y * width, (y + 1) * width));
  return squares;
}

/** Squares of the distances within a column. */
function alongColumns(inside: Uint8Array, { width, height }: Size): Float64Array {
  const squares = new Float64Array(inside.length);
  const above = new Int32Array(width);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      above[x] = inside[i] ? (above[x] ?? 0) + 1 : 0;
      squares[i] = above[x] ?? 0;
    }
  const below = new Int32Array(width);
  for (let y = height - 1, i = inside.length - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--, i--) {
      below[x] = inside[i] ? (below[x] ?? 0) + 1 : 0;
      squares[i] = Math.min(squares[i] ?? 0, below[x] ?? 0) ** 2;
    }
  return squares;
}

/** The lowest of the parabolas that stand on a row's values, with a 0 before and behind the row. */
function createEnvelope(length: number) {
  const values = new Float64Array(length);
  const places = new Int32Array(length);
  const starts = new Float64Array(length + 1);

  function crossing(left: number, right: number): number {
    const [a, b] = [(values[left] ?? 0) + left * left, (values[right] ?? 0) + right * right];
    return (b - a) / (2 * (right - left));
  }

  return {
    settle(row: Float64Array): void {
      values.fill(0);
      values.set(row, 1);
      let last = 0;
      places[0] = 0;
      starts[0] = Number.NEGATIVE_INFINITY;
      for (let q = 1; q < length; q++) {
        let start = crossing(places[last] ?? 0, q);
        while (start <= (starts[last] ?? 0)) start = crossing(places[--last] ?? 0, q);
        places[++last] = q;
        starts[last] = start;
      }
      starts[last + 1] = Number.POSITIVE_INFINITY;
      for (let q = 1, k = 0; q < length - 1; q++) {
        while ((starts[k + 1] ?? 0) < q) k++;
        const place = places[k] ?? 0;
        row[q - 1] = (q - place) ** 2 + (values[place] ?? 0);
      }
    },
  };
}
