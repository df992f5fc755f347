import type { Grid } from './coverage-grid.ts';
import { massOf } from './coverage-grid.ts';
import { cosineAt, type Descriptors, isOnPhoto } from './descriptors.ts';

/** Where an object may have gone: about its centre `scale` times as large, then shifted. In cells of the grid. */
export interface Move {
  readonly from: { readonly x: number; readonly y: number };
  readonly dx: number;
  readonly dy: number;
  readonly scale: number;
  /** How well the object's cells are found there, less what speaks against so long a way; about 0 to 1. */
  readonly score: number;
}

/** Sizes that are tried, of what it had. */
const SCALES = [0.59, 0.71, 0.84, 1, 1.19, 1.41, 1.68] as const;
/** Cells of the object that are looked for, and of what is around it. */
const [MOST_CELLS, MOST_AROUND] = [64, 48];
/** Cells around the object that are taken for its background. */
const AROUND = 3;
/** How much a cell that looks like the old background speaks against the object. */
const AGAINST = 0.5;
/** What a way of the photo's whole side costs, and twice the size. */
const [WAY_COST, SCALE_COST] = [0.12, 0.08];

/**
 * Where the object may be on the second photo, best first, at most `most` and none beside another. Each of its cells looks for
 * its like there, and all of them vote for a common shift and scale. `coverage` is the object on the first photo.
 */
export function findMoves(
  a: Descriptors,
  b: Descriptors,
  coverage: Grid,
  most: number,
): readonly Move[] {
  const centre = massOf(coverage);
  if (!centre) return [];
  const cells = spread(objectCells(coverage), MOST_CELLS);
  const maps = likeness(a, b, cells, coverage);
  const { side } = coverage;
  const moves = SCALES.flatMap((scale) =>
    peaksOf({ b, side, centre, cells, maps, scale }).slice(0, most),
  );
  return apart(
    moves.sort((one, other) => other.score - one.score),
    Math.max(1.5, Math.sqrt(centre.mass) / 2),
  ).slice(0, most);
}

/** Cells that lie in the object, else, where it is smaller than any, the one it lies in most. */
function objectCells({ values }: Grid): readonly number[] {
  const most = values.reduce((best, value) => Math.max(best, value), 0);
  const least = Math.min(0.5, most);
  return [...values.keys()].filter((cell) => (values[cell] ?? 0) >= least);
}

/** Likeness of each cell to every cell of the other photo, [cells][side * side]. */
function likeness(
  a: Descriptors,
  b: Descriptors,
  cells: readonly number[],
  coverage: Grid,
): readonly Float32Array[] {
  const around = spread(cellsAround(a, coverage), MOST_AROUND);
  const { side } = coverage;
  const background = new Float32Array(side * side);
  for (let at = 0; at < background.length; at++) {
    if (!isOnPhoto(b, at)) continue;
    for (const cell of around) {
      background[at] = Math.max(background[at] ?? 0, cosineAt(a, cell, b, at));
    }
  }
  return cells.map((cell) =>
    background.map((against, at) =>
      isOnPhoto(b, at) ? cosineAt(a, cell, b, at) - AGAINST * against : 0,
    ),
  );
}

function cellsAround(a: Descriptors, { side, values }: Grid): readonly number[] {
  const isNear = (cell: number) => {
    const [x, y] = [cell % side, Math.floor(cell / side)];
    for (let v = Math.max(0, y - AROUND); v <= Math.min(side - 1, y + AROUND); v++)
      for (let u = Math.max(0, x - AROUND); u <= Math.min(side - 1, x + AROUND); u++)
        if ((values[v * side + u] ?? 0) > 0.5) return true;
    return false;
  };
  return [...values.keys()].filter(
    (cell) => values[cell] === 0 && isOnPhoto(a, cell) && isNear(cell),
  );
}

/** Evenly taken from all. */
function spread(cells: readonly number[], most: number): readonly number[] {
  if (cells.length <= most) return cells;
  return Array.from({ length: most }, (_, i) => cells[Math.floor((i * cells.length) / most)] ?? 0);
}

interface Votes {
  readonly b: Descriptors;
  readonly side: number;
  readonly centre: { readonly x: number; readonly y: number };
  readonly cells: readonly number[];
  readonly maps: readonly Float32Array[];
  readonly scale: number;
}

/** The shifts that more cells vote for than for those beside them. */
function peaksOf(votes: Votes): readonly Move[] {
  const { b, side, centre, scale } = votes;
  const scores = scoresOf(votes);
  const at = (x: number, y: number) => scores[y * side + x] ?? Number.NEGATIVE_INFINITY;
  const moves: Move[] = [];
  for (let y = 0; y < b.rows; y++)
    for (let x = 0; x < b.columns; x++) {
      const own = at(x, y);
      const beside = [at(x - 1, y), at(x + 1, y), at(x, y - 1), at(x, y + 1)];
      if (beside.some((other) => other > own)) continue;
      const [left, right, above, below] = beside;
      moves.push({
        from: centre,
        dx: x - Math.floor(centre.x) + peakBetween(left, own, right),
        dy: y - Math.floor(centre.y) + peakBetween(above, own, below),
        scale,
        score: own,
      });
    }
  return moves.sort((one, other) => other.score - one.score);
}

/** By the cell that the object's centre would come to, shifted by whole cells, so an object of its size meets them squarely. */
function scoresOf({ b, side, centre, cells, maps, scale }: Votes): Float32Array {
  const offsets = cells.map((cell) => [
    ((cell % side) + 0.5 - centre.x) * scale,
    (Math.floor(cell / side) + 0.5 - centre.y) * scale,
  ]);
  const [cx, cy] = [centre.x % 1, centre.y % 1];
  const size = SCALE_COST * Math.abs(Math.log2(scale));
  const scores = new Float32Array(side * side).fill(Number.NEGATIVE_INFINITY);
  for (let y = 0; y < b.rows; y++)
    for (let x = 0; x < b.columns; x++) {
      let sum = 0;
      for (let i = 0; i < maps.length; i++) {
        const u = Math.floor(x + cx + (offsets[i]?.[0] ?? 0));
        const v = Math.floor(y + cy + (offsets[i]?.[1] ?? 0));
        if (u >= 0 && v >= 0 && u < b.columns && v < b.rows) sum += maps[i]?.[v * side + u] ?? 0;
      }
      const way = Math.hypot(x + cx - centre.x, y + cy - centre.y) / side;
      scores[y * side + x] = sum / Math.max(1, maps.length) - WAY_COST * way - size;
    }
  return scores;
}

/** Where a parabola through three neighbours is highest, from the middle one; -0.5 to 0.5. */
function peakBetween(before = Number.NaN, at: number, after = Number.NaN): number {
  const bend = before - 2 * at + after;
  const shift = bend < 0 ? (0.5 * (before - after)) / bend : 0;
  return Number.isFinite(shift) ? Math.min(0.5, Math.max(-0.5, shift)) : 0;
}

/** Without those that lie by a better one. */
function apart(moves: readonly Move[], distance: number): readonly Move[] {
  const kept: Move[] = [];
  for (const move of moves) {
    const isNew = kept.every(
      (other) => Math.hypot(move.dx - other.dx, move.dy - other.dy) >= distance,
    );
    if (isNew) kept.push(move);
  }
  return kept;
}
