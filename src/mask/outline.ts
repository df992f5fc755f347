import type { Mask } from './mask.ts';
import { forEachSpan } from './runs.ts';

/**
 * Closed loops around a mask and its holes along pixel edges: flat x, y pairs in photo pixels, the
 * last vertex joins the first, each vertex is a corner. Filled with the even-odd rule they give the
 * mask back exactly; pixels that touch only at a corner belong to different loops there.
 */
export type Outline = readonly Int32Array[];

/**
 * Every corner has one horizontal and one vertical edge. Along a pixel line the corners pair up in
 * order, so corner `i` lies across a horizontal edge from corner `i ^ 1`; only the vertical
 * partners need to be stored.
 */
interface Corners {
  readonly x: number[];
  readonly y: number[];
  readonly vertical: number[];
  /** By x: the corner whose vertical edge has not come to its lower end yet. */
  readonly open: Int32Array;
}

export function outlineOf(mask: Mask): Outline {
  const corners: Corners = {
    x: [],
    y: [],
    vertical: [],
    open: new Int32Array(mask.size.width + 1),
  };
  let above: number[] = [];
  let row: number[] = [];
  let rowY = 0;
  const closeRow = () => {
    addLine(corners, rowY, above, row);
    above = row;
    row = [];
    rowY++;
  };
  forEachSpan(mask, (y, x0, x1) => {
    while (rowY < y) closeRow();
    row.push(x0, x1);
  });
  closeRow();
  closeRow();
  return loopsThrough(corners);
}

/** Adds the corners on the line between two rows, each given by the x where it changes sides. */
function addLine(
  corners: Corners,
  y: number,
  above: readonly number[],
  below: readonly number[],
): void {
  let [a, b] = [0, 0];
  while (a < above.length || b < below.length) {
    const xAbove = above[a] ?? Infinity;
    const xBelow = below[b] ?? Infinity;
    if (xAbove < xBelow) endEdge(corners, xAbove, y);
    else if (xBelow < xAbove) startEdge(corners, xBelow, y);
    // Both rows change here: straight on if they are alike to the left, else two corners that touch.
    else if (a % 2 !== b % 2) addTouchingCorners(corners, xAbove, y, a % 2 === 1);
    if (xAbove <= xBelow) a++;
    if (xBelow <= xAbove) b++;
  }
}

/** The left corner belongs to the pixel on the left: the upper one or the lower one. */
function addTouchingCorners(corners: Corners, x: number, y: number, upperLeft: boolean): void {
  if (upperLeft) {
    endEdge(corners, x, y);
    startEdge(corners, x, y);
    return;
  }
  const upper = corners.open[x] ?? 0;
  startEdge(corners, x, y);
  const lower = corners.open[x] ?? 0;
  corners.open[x] = upper;
  endEdge(corners, x, y);
  corners.open[x] = lower;
}

/** A corner with a vertical edge below it. */
function startEdge({ x, y, vertical, open }: Corners, atX: number, atY: number): void {
  open[atX] = x.length;
  x.push(atX);
  y.push(atY);
  vertical.push(-1);
}

/** A corner with a vertical edge above it. */
function endEdge({ x, y, vertical, open }: Corners, atX: number, atY: number): void {
  const upper = open[atX] ?? 0;
  vertical[upper] = x.length;
  x.push(atX);
  y.push(atY);
  vertical.push(upper);
}

function loopsThrough({ x, y, vertical }: Corners): Outline {
  const seen = new Uint8Array(x.length);
  const loops: Int32Array[] = [];
  for (let first = 0; first < x.length; first++) {
    if (seen[first]) continue;
    const loop: number[] = [];
    for (let corner = first; !seen[corner]; ) {
      const across = corner ^ 1;
      seen[corner] = seen[across] = 1;
      loop.push(x[corner] ?? 0, y[corner] ?? 0, x[across] ?? 0, y[across] ?? 0);
      corner = vertical[across] ?? 0;
    }
    loops.push(Int32Array.from(loop));
  }
  return loops;
}
