import type { Mask } from './mask.ts';
import { type Spans, spansOf } from './spans.ts';

/** The foreground's spans, each with the part it belongs to. */
export interface Parts extends Spans {
  /** Parts are numbered 0, 1, 2 … by their first span. */
  readonly count: number;
  readonly part: Uint32Array;
}

/** Pixels that touch only at a corner are apart, unless `corners` joins them, as in a background. */
export function partsOf(mask: Mask, joins: 'edges' | 'corners' = 'edges'): Parts {
  const { rowStart, x0, x1 } = spansOf(mask);
  const roots = Uint32Array.from(x0, (_, span) => span);
  const reach = joins === 'corners' ? 1 : 0;
  for (let y = 1; y < mask.size.height; y++) {
    joinRows(roots, { x0, x1 }, rowStart, y, reach);
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

/** Spans of row `y` join the spans above that they share an edge with, or a corner if they reach 1. */
function joinRows(
  roots: Uint32Array,
  { x0, x1 }: Pick<Parts, 'x0' | 'x1'>,
  rowStart: Uint32Array,
  y: number,
  reach: 0 | 1,
): void {
  const [aboveEnd, end] = [rowStart[y] ?? 0, rowStart[y + 1] ?? 0];
  let [above, span] = [rowStart[y - 1] ?? 0, aboveEnd];
  while (above < aboveEnd && span < end) {
    const [aboveX1, spanX1] = [x1[above] ?? 0, x1[span] ?? 0];
    if ((x0[above] ?? 0) < spanX1 + reach && (x0[span] ?? 0) < aboveX1 + reach)
      join(roots, above, span);
    if (aboveX1 <= spanX1) above++;
    else span++;
  }
}

/** The smaller root wins, so a part is known by its first span. */
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
