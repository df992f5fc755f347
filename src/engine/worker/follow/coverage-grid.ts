import { contract } from '../../../contract/contract.ts';
import type { Size } from '../../../geometry/spaces.ts';
import type { Mask } from '../../../mask/mask.ts';
import { forEachSpan } from '../../../mask/runs.ts';

/** A square of cells that covers the model's whole square input, row-major. */
export interface Grid {
  readonly side: number;
  readonly values: Float32Array;
}

/**
 * The share of each cell that lies in the mask, 0 to 1, on a grid of `side` x `side` cells. `input` is the part of the
 * model's square input that shows the photo.
 */
export function coverageGrid(mask: Mask, input: Size, side: number): Grid {
  const values = new Float32Array(side * side);
  const cells = side / contract.image.size;
  const sx = (input.width * cells) / mask.size.width;
  const sy = (input.height * cells) / mask.size.height;
  forEachSpan(mask, (y, from, to) => {
    forEachCell(y * sy, (y + 1) * sy, side, (row, tall) =>
      forEachCell(from * sx, to * sx, side, (column, wide) => {
        const at = row * side + column;
        values[at] = (values[at] ?? 0) + tall * wide;
      }),
    );
  });
  return { side, values };
}

function forEachCell(
  from: number,
  to: number,
  side: number,
  visit: (cell: number, length: number) => void,
): void {
  const last = Math.min(side - 1, Math.ceil(to) - 1);
  for (let cell = Math.max(0, Math.floor(from)); cell <= last; cell++) {
    const length = Math.min(to, cell + 1) - Math.max(from, cell);
    if (length > 0) visit(cell, length);
  }
}

/** Means of blocks of cells: from a grid of 256 to one of 64, say. `side` divides the grid's. */
export function coarser({ side: from, values }: Grid, side: number): Grid {
  const factor = from / side;
  const made = new Float32Array(side * side);
  for (let i = 0; i < values.length; i++) {
    const row = Math.floor(Math.floor(i / from) / factor);
    const at = row * side + Math.floor((i % from) / factor);
    made[at] = (made[at] ?? 0) + (values[i] ?? 0) / (factor * factor);
  }
  return { side, values: made };
}

/** Sum of the values, and their centre in cells; null where there are none. */
export function massOf({ side, values }: Grid): { mass: number; x: number; y: number } | null {
  let [mass, x, y] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value === 0) continue;
    mass += value;
    x += value * ((i % side) + 0.5);
    y += value * (Math.floor(i / side) + 0.5);
  }
  return mass > 0 ? { mass, x: x / mass, y: y / mass } : null;
}
