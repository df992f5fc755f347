import type { Size } from '../geometry/spaces.ts';
import type { Mask } from './mask.ts';
import type { Ring } from './polygons.ts';
import { type RunBuilder, startRuns } from './runs.ts';

/** `union`: inside any of the rings, each filled by itself with the even-odd rule. */
export type FillRule = 'even-odd' | 'winding' | 'union';

/** Edges times rows they cross: far above any mask, and still only seconds of work. */
const MOST_CROSSINGS = 2 ** 27;

/** Photo pixels from the first one; farther out, slopes would no longer be numbers. */
const FARTHEST = 2 ** 40;

/** Edges that are not level; `x` is where the centre line of the row `first` meets them. */
interface Edges {
  readonly ring: number[];
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
 * RangeError for coordinates that are no numbers or beyond all photos, and for rings that would take
 * too long.
 */
export function maskFromRings(rings: readonly Ring[], size: Size, rule: FillRule): Mask {
  const edges: Edges = { ring: [], first: [], end: [], x: [], slope: [], isDownward: [] };
  for (const [i, ring] of rings.entries()) addRing(edges, i, ring, size.height);
  refuseTooMany(edges);
  const starting = edgesByFirstRow(edges);
  const side = createSide(rule, rings.length);
  const runs = startRuns(size);
  let active: number[] = [];
  for (let y = edges.first.reduce(least, size.height); y < size.height; y++) {
    active = active.filter((edge) => (edges.end[edge] ?? 0) > y);
    for (const edge of starting.get(y) ?? []) active.push(edge);
    addRow(runs, edges, crossings(edges, active, y, size.width), y * size.width, side);
  }
  return runs.build();
}

function least(a: number, b: number): number {
  return Math.min(a, b);
}

function addRing(edges: Edges, index: number, ring: Ring, height: number): void {
  const { length } = ring;
  if (length % 2 === 1) throw new RangeError('a ring needs as many y as x');
  for (let i = 0; i < length; i++) {
    if (!isNear(ring[i])) throw new RangeError('a vertex is not a pair of numbers near the photo');
  }
  for (let i = 0; i < length; i += 2) {
    const next = (i + 2) % length;
    const [from, to] = [
      [ring[i] ?? 0, ring[i + 1] ?? 0],
      [ring[next] ?? 0, ring[next + 1] ?? 0],
    ] as const;
    addEdge(edges, index, from, to, height);
  }
}

/** Also of what is no number at all, as files may have it. */
function isNear(value: number | undefined): boolean {
  return typeof value === 'number' && Math.abs(value) <= FARTHEST;
}

type Vertex = readonly [x: number, y: number];

/** Always measured from its upper end, so that an edge there and back meets itself exactly. */
function addEdge(edges: Edges, ring: number, from: Vertex, to: Vertex, height: number): void {
  const isDownward = from[1] < to[1];
  const [[x0, y0], [x1, y1]] = isDownward ? [from, to] : [to, from];
  const first = Math.max(0, Math.ceil(y0 - 0.5));
  const end = Math.min(height, Math.ceil(y1 - 0.5));
  if (end <= first) return;
  const slope = (x1 - x0) / (y1 - y0);
  edges.ring.push(ring);
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

function edgesByFirstRow({ first }: Edges): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  for (const [edge, row] of first.entries()) {
    const inRow = rows.get(row);
    if (inRow) inRow.push(edge);
    else rows.set(row, [edge]);
  }
  return rows;
}

interface Crossing {
  /** The first pixel whose centre lies to the right. */
  readonly pixel: number;
  readonly edge: number;
}

/** From left to right. */
function crossings(edges: Edges, active: readonly number[], y: number, width: number): Crossing[] {
  return active
    .map((edge) => {
      const x = (edges.x[edge] ?? 0) + (y - (edges.first[edge] ?? 0)) * (edges.slope[edge] ?? 0);
      return { pixel: Math.min(Math.max(Math.ceil(x - 0.5), 0), width), edge };
    })
    .sort((a, b) => a.pixel - b.pixel);
}

function addRow(
  runs: RunBuilder,
  edges: Edges,
  row: readonly Crossing[],
  start: number,
  side: Side,
): void {
  for (const { pixel, edge } of row) {
    const before = side.isInside();
    side.cross(edges.ring[edge] ?? 0, edges.isDownward[edge] ?? false);
    if (side.isInside() !== before) runs.toggleAt(start + pixel);
  }
}

/** Walks along a row, starting outside; rings are closed, so that it ends outside too. */
interface Side {
  cross(ring: number, isDownward: boolean): void;
  isInside(): boolean;
}

function createSide(rule: FillRule, rings: number): Side {
  let count = 0;
  const insideRing = new Uint8Array(rule === 'union' ? rings : 0);
  const cross: Record<FillRule, Side['cross']> = {
    'even-odd': () => {
      count = 1 - count;
    },
    winding: (_, isDownward) => {
      count += isDownward ? 1 : -1;
    },
    union: (ring) => {
      insideRing[ring] = 1 - (insideRing[ring] ?? 0);
      count += insideRing[ring] ? 1 : -1;
    },
  };
  return { cross: cross[rule], isInside: () => count !== 0 };
}
