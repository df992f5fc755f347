import type { Mask } from './mask.ts';
import { forEachSpan } from './runs.ts';

/** The foreground as horizontal spans [x0, x1) in row-major order, each with the part it belongs to. */
export interface Parts {
  /** Parts are numbered 0, 1, 2 … by their first span; pixels that touch only at a corner are apart. */
  readonly count: number;
  /** Index of each row's first span; one more at the end. Length: height + 1. */
  readonly rowStart: Uint32Array;
  readonly x0: Uint32Array;
  readonly x1: Uint32Array;
  readonly part: Uint32Array;
}

export function partsOf(mask: Mask): Parts {
  const { rowStart, x0, x1 } = spansOf(mask);
  const roots = Uint32Array.from(x0, (_, span) => span);
  for (let y = 1; y < mask.size.height; y++) {
    joinRows(roots, { x0, x1 }, rowStart, y);
  }
  return { rowStart, x0, x1, ...numbered(roots) };
}

/** The part under the pixel; -1 where there is none. */
export function partAt({ rowStart, x0, x1, part }: Parts, x: number, y: number): number {
  let [low, high] = [rowStart[y] ?? 0, rowStart[y + 1] ?? 0];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((x1[middle] ?? 0) <= x) low = middle + 1;
    else high = middle;
  }
  const isInside = low < (rowStart[y + 1] ?? 0) && (x0[low] ?? Infinity) <= x;
  return isInside ? (part[low] ?? -1) : -1;
}

function spansOf(mask: Mask): Pick<Parts, 'rowStart' | 'x0' | 'x1'> {
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

/** Spans of row `y` join the spans above that they share an edge with. */
function joinRows(
  roots: Uint32Array,
  { x0, x1 }: Pick<Parts, 'x0' | 'x1'>,
  rowStart: Uint32Array,
  y: number,
): void {
  const [aboveEnd, end] = [rowStart[y] ?? 0, rowStart[y + 1] ?? 0];
  let [above, span] = [rowStart[y - 1] ?? 0, aboveEnd];
  while (above < aboveEnd && span < end) {
    const [aboveX1, spanX1] = [x1[above] ?? 0, x1[span] ?? 0];
    if ((x0[above] ?? 0) < spanX1 && (x0[span] ?? 0) < aboveX1) join(roots, above, span);
    if (aboveX1 <= spanX1) above++;
    else span++;
  }
}

/** The smaller root wins, so that a part is known by its first span. */
function join(roots: Uint32Array, a: number, b: number): void {
  const [rootA, rootB] = [rootOf(roots, a), rootOf(roots, b)];
  roots[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
}

function rootOf(roots: Uint32Array, span: number): number {
  let at = span;
  for (let up = roots[at] ?? 0; up !== at; up = roots[at] ?? 0) {
    const further = roots[up] ?? 0;
    roots[at] = further;
    at = further;
  }
  return at;
}

function numbered(roots: Uint32Array): Pick<Parts, 'count' | 'part'> {
  const part = new Uint32Array(roots.length);
  let count = 0;
  for (let span = 0; span < roots.length; span++) {
    const root = rootOf(roots, span);
    part[span] = root === span ? count++ : (part[root] ?? 0);
  }
  return { count, part };
}
