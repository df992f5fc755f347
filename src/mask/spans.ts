import type { Mask } from './mask.ts';
import { forEachSpan } from './runs.ts';

/** A foreground as horizontal spans [x0, x1) in row-major order. */
export interface Spans {
  /** Index of each row's first span; one more at the end. Length: height + 1. */
  readonly rowStart: Uint32Array;
  readonly x0: Uint32Array;
  readonly x1: Uint32Array;
}

export function spansOf(mask: Mask): Spans {
  const rowStart = new Uint32Array(mask.size.height + 1);
  const [x0, x1]: [number[], number[]] = [[], []];
  let row = 0;
  forEachSpan(mask, (y, from, to) => {
    while (row < y) rowStart[++row] = x0.length;
    x0.push(from);
    x1.push(to);
  });
  rowStart.fill(x0.length, row + 1);
  return { rowStart, x0: Uint32Array.from(x0), x1: Uint32Array.from(x1) };
}
