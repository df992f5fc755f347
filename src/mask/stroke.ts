import type { Size } from '../geometry/spaces.ts';
import type { Mask } from './mask.ts';
import { startRuns } from './runs.ts';

/** Where a brush was, and how wide, in photo pixels. */
export interface StrokePoint {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Lets the thinnest brush meet the centre of a pixel wherever it is put down. */
const LEAST_RADIUS = Math.SQRT1_2 + 1e-9;
/** An interval of whole pixels as one number that sorts by its start. */
const BY_START = 2 ** 24;

/**
 * The pixels whose centres a round brush passes over on straight ways from point to point, its
 * radius changing evenly. Costs as much as the rows that are touched; the rest of the photo costs nothing.
 */
export function maskFromStroke(points: readonly StrokePoint[], size: Size): Mask {
  const rows = new Map<number, number[]>();
  points.forEach((point, i) => {
    const from = points[i - 1] ?? point;
    // A single point is a way of no length; a longer stroke starts with its first way.
    if (i > 0 || points.length === 1) addWay(rows, atLeast(from), atLeast(point), size);
  });
  const runs = startRuns(size);
  for (const y of [...rows.keys()].sort((a, b) => a - b)) {
    addRow(runs.toggleAt, rows.get(y) ?? [], y * size.width);
  }
  return runs.build();
}

function atLeast({ x, y, radius }: StrokePoint): StrokePoint {
  return { x, y, radius: Math.max(radius, LEAST_RADIUS) };
}

/** Everything between two discs: convex, so each row of it is one interval. */
function addWay(
  rows: Map<number, number[]>,
  from: StrokePoint,
  to: StrokePoint,
  { width, height }: Size,
): void {
  const sides = tangentsOf(from, to);
  const top = Math.min(from.y - from.radius, to.y - to.radius);
  const bottom = Math.max(from.y + from.radius, to.y + to.radius);
  const last = Math.min(height - 1, Math.floor(bottom - 0.5));
  for (let y = Math.max(0, Math.ceil(top - 0.5)); y <= last; y++) {
    const reach: Reach = { left: Infinity, right: -Infinity };
    addDisc(reach, from, y + 0.5);
    addDisc(reach, to, y + 0.5);
    for (const [a, b] of sides) addCrossing(reach, a, b, y + 0.5);
    const x0 = Math.max(0, Math.ceil(reach.left - 0.5));
    const x1 = Math.min(width, Math.floor(reach.right - 0.5) + 1);
    if (x1 <= x0) continue;
    const row = rows.get(y);
    if (row) row.push(x0 * BY_START + x1);
    else rows.set(y, [x0 * BY_START + x1]);
  }
}

interface Reach {
  left: number;
  right: number;
}

type Vertex = readonly [x: number, y: number];

function addDisc(reach: Reach, { x, y, radius }: StrokePoint, row: number): void {
  const square = radius * radius - (row - y) * (row - y);
  if (square < 0) return;
  const half = Math.sqrt(square);
  reach.left = Math.min(reach.left, x - half);
  reach.right = Math.max(reach.right, x + half);
}

function addCrossing(reach: Reach, [ax, ay]: Vertex, [bx, by]: Vertex, row: number): void {
  if (row < Math.min(ay, by) || row > Math.max(ay, by) || ay === by) return;
  const x = ax + ((row - ay) / (by - ay)) * (bx - ax);
  reach.left = Math.min(reach.left, x);
  reach.right = Math.max(reach.right, x);
}

/** The two lines that touch both discs from outside; none where one disc lies in the other. */
function tangentsOf(from: StrokePoint, to: StrokePoint): readonly (readonly [Vertex, Vertex])[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const distance = Math.hypot(dx, dy);
  const narrowing = from.radius - to.radius;
  if (distance <= Math.abs(narrowing)) return [];
  const cos = narrowing / distance;
  const sin = Math.sqrt(1 - cos * cos);
  return [sin, -sin].map((turn) => {
    const nx = (dx * cos - dy * turn) / distance;
    const ny = (dx * turn + dy * cos) / distance;
    return [
      [from.x + nx * from.radius, from.y + ny * from.radius],
      [to.x + nx * to.radius, to.y + ny * to.radius],
    ];
  });
}

function addRow(toggleAt: (index: number) => void, row: readonly number[], start: number): void {
  let covered = -1;
  for (const interval of Float64Array.from(row).sort()) {
    const x0 = Math.floor(interval / BY_START);
    const x1 = interval % BY_START;
    if (x1 <= covered) continue;
    // Where it goes on from the interval before, the end there is taken back.
    toggleAt(start + Math.max(x0, covered));
    toggleAt(start + x1);
    covered = x1;
  }
}
