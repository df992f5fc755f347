/** Cells after which the pattern repeats: two transposed convolutions double the embedding's side each. */
const PERIOD = 4;
/** Nothing of the pattern's period, nor of half of it, passes. */
const SMOOTH: Filter = { step: 1, weights: [1 / 8, 2 / 8, 2 / 8, 2 / 8, 1 / 8] };
/** Cells of the same place in the pattern: what they share is pattern, what an edge leaves is not. */
const REPEATED: Filter = { step: PERIOD, weights: [1 / 5, 1 / 5, 1 / 5, 1 / 5, 1 / 5] };

interface Filter {
  readonly step: number;
  /** Of the cells from two steps before to two steps after. */
  readonly weights: readonly [number, number, number, number, number];
}

/**
 * Logits without the chequer that transposed convolutions leave in them (Odena et al., "Deconvolution
 * and Checkerboard Artifacts", 2016), which frays a mask wherever the model is unsure. A narrow filter:
 * what changes from cell to cell but does not repeat with the pattern stays, edges and corners too.
 * `logits` float32 [size, size], `size` a multiple of 4; a new array.
 */
export function withoutChequer(logits: Float32Array, size: number): Float32Array {
  const smooth = filtered(logits, size, SMOOTH);
  const pattern = filtered(difference(logits, smooth), size, REPEATED);
  return difference(logits, pattern);
}

function difference(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, i) => value - (b[i] as number));
}

/** Along the lines, which become columns, and so along both. */
function filtered(values: Float32Array, size: number, filter: Filter): Float32Array {
  return alongLines(alongLines(values, size, filter), size, filter);
}

function alongLines(values: Float32Array, size: number, { step, weights }: Filter): Float32Array {
  const [w0, w1, w2, w3, w4] = weights;
  const result = new Float32Array(values.length);
  for (let i = 0; i < size; i++) {
    // Beyond the ends, the last cell of the same place in the step.
    const [first, last] = [i % step, size - step + (i % step)];
    const cell = (steps: number) => Math.min(Math.max(i + steps * step, first), last);
    const [c0, c1, c3, c4] = [cell(-2), cell(-1), cell(1), cell(2)] as const;
    for (let line = 0, from = 0; line < size; line++, from += size)
      result[i * size + line] =
        w0 * (values[from + c0] as number) +
        w1 * (values[from + c1] as number) +
        w2 * (values[from + i] as number) +
        w3 * (values[from + c3] as number) +
        w4 * (values[from + c4] as number);
  }
  return result;
}
