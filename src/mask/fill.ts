import type { Size } from '../geometry/spaces.ts';
import type { Mask } from './mask.ts';
import type { Ring } from './polygons.ts';
import { type RunBuilder, startRuns } from './runs.ts';

export type FillRule = 'even-odd' | 'winding';

/** Edges times rows they cross: far above any mask, and still only seconds of work. */
const MOST_CROSSINGS = 2 ** 27;

/** Edges that are not level, by the row in which they start; x is `x + slope * (row - first)`. */
interface Edges {
  readonly first: number[];
  /** Exclusive. */
  readonly end: number[];
  readonly x: number[];
  readonly slope: number[];
  readonly isDownward: boolean[];
}

/**
 * The pixels whose centres lie inside the rings (flat x, y pairs in photo pixels); a centre on an
 * edge counts for the right and lower side. What lies outside the photo is cut off. Throws a
 * RangeError for coordinates that are no numbers and for rings that would take too long.
 */
export function maskFromRings(rings: readonly Ring[], size: Size, rule: FillRule): Mask {
  const edges: Edges = { first: [], end: [], x: [], slope: [], isDownward: [] };
  for (const ring of rings) addRing(edges, ring, size.height);
  refuseTooMany(edges);
  const starting = byFirstRow(edges, size.height);
  const runs = startRuns(size);
  let active: number[] = [];
  for (let y = 0; y < size.height; y++) {
    const started = starting.get(y);
    if (started) active.push(...started);
    if (active.length === 0) continue;
    addRow(runs, crossings(edges, active, y, size.width), y * size.width, rule);
    active = active.filter((edge) => (edges.end[edge] ?? 0) > y + 1);
  }
  return runs.build();
}

function addRing(edges: Edges, ring: Ring, height: number): void {
  const { length } = ring;
  if (length % 2 === 1) throw new RangeError('a ring needs as many y as x');
  for (let i = 0; i < length; i += 2) {
    const next = (i + 2) % length;
    const [x0, y0] = [ring[i] ?? NaN, ring[i + 1] ?? NaN];
    if (!Number.isFinite(x0) || !Number.isFinite(y0)) {
      throw new RangeError('a vertex is not a pair of numbers');
    }
    addEdge(edges, [x0, y0], [ring[next] ?? NaN, ring[next + 1] ?? NaN], height);
  }
}

/** Always measured from its upper end, so that an edge there and back meets itself exactly. */
function addEdge(edges: Edges, from: [number, number], to: [number, number], height: number): void {
  const isDownward = from[1] < to[1];
  const [[x0, y0], [x1, y1]] = isDownward ? [from, to] : [to, from];
  const first = Math.max(0, Math.ceil(y0 - 0.5));
  const end = Math.min(height, Math.ceil(y1 - 0.5));
  if (!(end > first)) return;
  const slope = (x1 - x0) / (y1 - y0);
  edges.first.push(first);
  edges.end.push(end);
  edges.x.push(x0 + (first + 0.5 - y0) * slope);
  edges.slope.push(slope);
  edges.isDownward.push(isDownward);
}

function refuseTooMany({ first, end }: Edges): void {
  const total = first.reduce((sum, row, edge) => sum + (end[edge] ?? 0) - row, 0);
  if (total > MOST_CROSSINGS) throw new RangeError('the polygon is too complicated');
}

function byFirstRow({ first }: Edges, height: number): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const [edge, row] of first.entries()) {
    if (row >= height) continue;
    const started = rows.get(row);
    if (started) started.push(edge);
    else rows.set(row, [edge]);
  }
  return rows;
}

/** Where the row's pixel centres change sides: twice the pixel's x, plus 1 for a downward edge; in order. */
function crossings(
  edges: Edges,
  active: readonly number[],
  y: number,
  width: number,
): Float64Array {
  const marks = new Float64Array(active.length);
  for (const [i, edge] of active.entries()) {
    const x = (edges.x[edge] ?? 0) + (y - (edges.first[edge] ?? 0)) * (edges.slope[edge] ?? 0);
    const pixel = Math.min(Math.max(Math.ceil(x - 0.5), 0), width);
    marks[i] = pixel * 2 + (edges.isDownward[edge] ? 1 : 0);
  }
  return marks.sort();
}

function addRow(runs: RunBuilder, marks: Float64Array, start: number, rule: FillRule): void {
  let winding = 0;
  for (const mark of marks) {
    const before = winding;
    winding += rule === 'even-odd' || mark % 2 === 1 ? 1 : -1;
    const changes = rule === 'even-odd' || before === 0 || winding === 0;
    if (changes) runs.toggleAt(start + Math.floor(mark / 2));
  }
}
