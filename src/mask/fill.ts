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
  const active: number[] = [];
  const row: Row = { count: 0, pixels: [], edges: [] };
  const end = edges.end.reduce(most, 0);
  for (let y = edges.first.reduce(least, size.height); y < end; y++) {
    dropEnded(active, edges, y);
    for (const edge of starting.get(y) ?? []) active.push(edge);
    addRow(runs, edges, sorted(active, edges, y, size.width, row), y * size.width, side);
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

function most(a: number, b: number): number {
  return Math.max(a, b);
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

/** In place, in their order. */
function dropEnded(active: number[], edges: Edges, y: number): void {
  let kept = 0;
  for (const edge of active) if ((edges.end[edge] ?? 0) > y) active[kept++] = edge;
  active.length = kept;
}

/** Where a row crosses edges, from left to right. */
interface Row {
  count: number;
  /** By crossing: the first pixel whose centre lies to the right. */
  pixels: number[];
  edges: number[];
}

/** Above this, sorting by insertion is slower. */
const FEW = 24;

/** Into `row`, whose arrays are used again, as most rows of most rings cross few edges. */
function sorted(active: readonly number[], edges: Edges, y: number, width: number, row: Row): Row {
  row.count = active.length;
  if (active.length > FEW) {
    const all = active.map((edge) => ({ edge, pixel: pixelAt(edges, edge, y, width) }));
    all.sort((a, b) => a.pixel - b.pixel);
    row.pixels = all.map(({ pixel }) => pixel);
    row.edges = all.map(({ edge }) => edge);
    return row;
  }
  for (let i = 0; i < active.length; i++) {
    const edge = active[i] ?? 0;
    insert(row, i, edge, pixelAt(edges, edge, y, width));
  }
  return row;
}

function pixelAt(edges: Edges, edge: number, y: number, width: number): number {
  const x = (edges.x[edge] ?? 0) + (y - (edges.first[edge] ?? 0)) * (edges.slope[edge] ?? 0);
  return Math.min(Math.max(Math.ceil(x - 0.5), 0), width);
}

function insert({ pixels, edges }: Row, count: number, edge: number, pixel: number): void {
  let at = count;
  for (; at > 0 && (pixels[at - 1] ?? 0) > pixel; at--) {
    pixels[at] = pixels[at - 1] ?? 0;
    edges[at] = edges[at - 1] ?? 0;
  }
  pixels[at] = pixel;
  edges[at] = edge;
}

function addRow(runs: RunBuilder, edges: Edges, row: Row, start: number, side: Side): void {
  for (let i = 0; i < row.count; i++) {
    const edge = row.edges[i] ?? 0;
    const before = side.isInside();
    side.cross(edges.ring[edge] ?? 0, edges.isDownward[edge] ?? false);
    if (side.isInside() !== before) runs.toggleAt(start + (row.pixels[i] ?? 0));
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
