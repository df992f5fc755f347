/** Cells after which the pattern repeats: two transposed convolutions double the embedding's side each. */
const PERIOD = 4;
/** Nothing of the pattern's period, nor of half of it, passes. */
const SMOOTH: Filter = { step: 1, weights: [1 / 8, 2 / 8, 2 / 8, 2 / 8, 1 / 8] };
/** Cells of the same place in the pattern: what they share is pattern, what an edge leaves is not. */
const REPEATED: Filter = { step: PERIOD, weights: [1 / 5, 1 / 5, 1 / 5, 1 / 5, 1 / 5] };

interface Filter {
  readonly step: number;
  /** Weights of the cells from two steps before to two steps after. */
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
  const result = new Float32Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = (a[i] ?? 0) - (b[i] ?? 0);
  return result;
}

function filtered(values: Float32Array, size: number, filter: Filter): Float32Array {
  return down(across(values, size, filter), size, filter);
}

function across(values: Float32Array, size: number, { step, weights }: Filter): Float32Array {
  const [w0, w1, w2, w3, w4] = weights;
  const result = new Float32Array(values.length);
  const cells = Uint16Array.from({ length: size * 5 }, (_, i) =>
    cellAt(Math.floor(i / 5), (i % 5) - 2, size, step),
  );
  for (let from = 0; from < values.length; from += size)
    for (let x = 0, i = 0; x < size; x++, i += 5)
      result[from + x] =
        w0 * (values[from + (cells[i] ?? 0)] ?? 0) +
        w1 * (values[from + (cells[i + 1] ?? 0)] ?? 0) +
        w2 * (values[from + (cells[i + 2] ?? 0)] ?? 0) +
        w3 * (values[from + (cells[i + 3] ?? 0)] ?? 0) +
        w4 * (values[from + (cells[i + 4] ?? 0)] ?? 0);
  return result;
}

/** Line by line, as they lie in memory. */
function down(values: Float32Array, size: number, { step, weights }: Filter): Float32Array {
  const [w0, w1, w2, w3, w4] = weights;
  const result = new Float32Array(values.length);
  for (let y = 0; y < size; y++) {
    const line = (steps: number) => cellAt(y, steps, size, step) * size;
    const [l0, l1, l2, l3, l4] = [line(-2), line(-1), line(0), line(1), line(2)] as const;
    for (let x = 0, to = y * size; x < size; x++, to++)
      result[to] =
        w0 * (values[l0 + x] ?? 0) +
        w1 * (values[l1 + x] ?? 0) +
        w2 * (values[l2 + x] ?? 0) +
        w3 * (values[l3 + x] ?? 0) +
        w4 * (values[l4 + x] ?? 0);
  }
  return result;
}

/** So many steps from a cell; beyond the ends, the last cell of the same place in the step. */
function cellAt(at: number, steps: number, size: number, step: number): number {
  const first = at % step;
  return Math.min(Math.max(at + steps * step, first), size - step + first);
}
