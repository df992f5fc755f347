import type { Mask } from './mask.ts';
import { forEachSpan, startRuns } from './runs.ts';

/**
 * The mask mirrored at its diagonal: its row-major runs are the column-major runs of the original.
 * Costs as much as the outline's level edges are long, whatever the area.
 */
export function transposeMask(mask: Mask): Mask {
  const size = { width: mask.size.height, height: mask.size.width };
  const changes = changesBetweenRows(mask);
  const { columnStart, y } = changesByColumn(changes, mask.size.width);
  const runs = startRuns(size);
  for (let x = 0; x < mask.size.width; x++) {
    for (let i = columnStart[x] ?? 0; i < (columnStart[x + 1] ?? 0); i++) {
      // A column that ends inside the mask changes again where the next one starts.
      runs.toggleAt(x * mask.size.height + (y[i] ?? 0));
    }
  }
  return runs.build();
}

/** Pixels [x0, x1) of row `y` that differ from the row above; the rows around the mask are empty. */
interface Changes {
  readonly y: number[];
  readonly x0: number[];
  readonly x1: number[];
}

function changesBetweenRows(mask: Mask): Changes {
  const changes: Changes = { y: [], x0: [], x1: [] };
  let [above, row, rowY]: [number[], number[], number] = [[], [], 0];
  const closeRow = () => {
    addDifference(changes, rowY, above, row);
    [above, row, rowY] = [row, [], rowY + 1];
  };
  forEachSpan(mask, (y, x0, x1) => {
    while (rowY < y) closeRow();
    row.push(x0, x1);
  });
  closeRow();
  closeRow();
  return changes;
}

/** Each row is given by the x where it changes sides; where both do, the difference doesn't. */
function addDifference(
  changes: Changes,
  y: number,
  above: readonly number[],
  below: readonly number[],
): void {
  let [a, b, start] = [0, 0, -1];
  while (a < above.length || b < below.length) {
    const [xAbove, xBelow] = [above[a] ?? Infinity, below[b] ?? Infinity];
    if (xAbove <= xBelow) a++;
    if (xBelow <= xAbove) b++;
    if (xAbove === xBelow) continue;
    const x = Math.min(xAbove, xBelow);
    if (start < 0) start = x;
    else {
      changes.y.push(y);
      changes.x0.push(start);
      changes.x1.push(x);
      start = -1;
    }
  }
}

/** The same pixels column by column, each column from top to bottom. */
function changesByColumn(
  changes: Changes,
  width: number,
): { columnStart: Uint32Array; y: Uint32Array } {
  const columnStart = new Uint32Array(width + 2);
  forEachPixel(changes, (x) => {
    columnStart[x + 2] = (columnStart[x + 2] ?? 0) + 1;
  });
  for (let x = 1; x < columnStart.length; x++) {
    columnStart[x] = (columnStart[x] ?? 0) + (columnStart[x - 1] ?? 0);
  }
  const y = new Uint32Array(columnStart.at(-1) ?? 0);
  // The start of column x stands one place further until it is filled.
  forEachPixel(changes, (x, atY) => {
    const at = columnStart[x + 1] ?? 0;
    y[at] = atY;
    columnStart[x + 1] = at + 1;
  });
  return { columnStart, y };
}

function forEachPixel({ y, x0, x1 }: Changes, visit: (x: number, y: number) => void): void {
  for (let i = 0; i < y.length; i++) {
    for (let x = x0[i] ?? 0; x < (x1[i] ?? 0); x++) visit(x, y[i] ?? 0);
  }
}
