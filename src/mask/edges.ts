import type { Ring } from './polygons.ts';

/**
 * Edges of rings that are not level. `x` is where the centre line of the row `first` meets them; `end` is
 * exclusive. The arrays are longer than `count`, and used again for the next rings.
 */
export interface Edges {
  count: number;
  ring: Int32Array<ArrayBuffer>;
  first: Int32Array<ArrayBuffer>;
  end: Int32Array<ArrayBuffer>;
  x: Float64Array<ArrayBuffer>;
  slope: Float64Array<ArrayBuffer>;
  isDownward: Uint8Array<ArrayBuffer>;
}

/** Edges times rows they cross: far above any mask, and still only seconds of work. */
const MOST_CROSSINGS = 2 ** 27;

/** Photo pixels from the first one; farther out, slopes would no longer be numbers. */
const FARTHEST = 2 ** 40;

export function createEdges(room: number): Edges {
  return {
    count: 0,
    ring: new Int32Array(room),
    first: new Int32Array(room),
    end: new Int32Array(room),
    x: new Float64Array(room),
    slope: new Float64Array(room),
    isDownward: new Uint8Array(room),
  };
}

/** Those of the rings alone; `height` is the photo's. Throws a RangeError for what are no rings, or too many. */
export function setRings(edges: Edges, rings: readonly Ring[], height: number): void {
  edges.count = 0;
  for (const [i, ring] of rings.entries()) addRing(edges, i, ring, height);
  let crossings = 0;
  for (let i = 0; i < edges.count; i++) crossings += (edges.end[i] ?? 0) - (edges.first[i] ?? 0);
  if (crossings > MOST_CROSSINGS) throw new RangeError('the polygon is too complicated');
}

function addRing(edges: Edges, index: number, ring: Ring, height: number): void {
  const { length } = ring;
  if (length % 2 === 1) throw new RangeError('a ring needs as many y as x');
  for (let i = 0; i < length; i++) {
    if (!isNear(ring[i])) throw new RangeError('a vertex is not a pair of numbers near the photo');
  }
  // Bare numbers all the way: in arrays and arguments they would fill the heap.
  for (let i = 0; i < length; i += 2) {
    const next = i + 2 < length ? i + 2 : 0;
    // Always measured from its upper end, so an edge there and back meets itself exactly.
    const isDownward = (ring[i + 1] ?? 0) < (ring[next + 1] ?? 0);
    const [from, to] = isDownward ? [i, next] : [next, i];
    const y0 = ring[from + 1] ?? 0;
    const y1 = ring[to + 1] ?? 0;
    const first = Math.max(0, Math.ceil(y0 - 0.5));
    const end = Math.min(height, Math.ceil(y1 - 0.5));
    if (end <= first) continue;
    const x0 = ring[from] ?? 0;
    const slope = ((ring[to] ?? 0) - x0) / (y1 - y0);
    if (edges.count === edges.ring.length) enlarge(edges);
    const at = edges.count++;
    edges.ring[at] = index;
    edges.first[at] = first;
    edges.end[at] = end;
    edges.x[at] = x0 + (first + 0.5 - y0) * slope;
    edges.slope[at] = slope;
    edges.isDownward[at] = isDownward ? 1 : 0;
  }
}

/** Also of what is no number at all, as files may have it. */
function isNear(value: number | undefined): boolean {
  return typeof value === 'number' && Math.abs(value) <= FARTHEST;
}

function enlarge(edges: Edges): void {
  const { count, ring, first, end, x, slope, isDownward } = edges;
  Object.assign(edges, createEdges(2 * ring.length), { count });
  edges.ring.set(ring);
  edges.first.set(first);
  edges.end.set(end);
  edges.x.set(x);
  edges.slope.set(slope);
  edges.isDownward.set(isDownward);
}

/** Above this, sorting by insertion is slower. */
const FEW = 64;

/** Into `order`: the edges by the row in which they begin; those of one row as they came. */
export function sortByFirstRow({ first, count }: Edges, order: Int32Array): void {
  if (count > FEW) {
    const keys = new Float64Array(count);
    for (let i = 0; i < count; i++) keys[i] = (first[i] ?? 0) * count + i;
    keys.sort();
    for (let i = 0; i < count; i++) order[i] = (keys[i] ?? 0) % count;
    return;
  }
  for (let i = 0; i < count; i++) {
    const row = first[i] ?? 0;
    let at = i;
    for (; at > 0 && (first[order[at - 1] ?? 0] ?? 0) > row; at--) order[at] = order[at - 1] ?? 0;
    order[at] = i;
  }
}
