import type { Size } from '../geometry/spaces.ts';
import { createEdges, type Edges, setRings, sortByFirstRow } from './edges.ts';
import type { Mask } from './mask.ts';
import type { Ring } from './polygons.ts';
import { runsBetween } from './runs.ts';

/** `union`: inside any of the rings, each filled on its own with the even-odd rule. */
export type FillRule = 'even-odd' | 'winding' | 'union';

/** What one call works with and the next one uses again, since files bring polygons by the hundred thousand. */
interface Room {
  readonly edges: Edges;
  /** The edges by the row in which they begin. */
  starting: Int32Array<ArrayBuffer>;
  /** The edges that cross the row, `count` of them, and the first pixel whose centre lies to the right of each. */
  count: number;
  active: Int32Array<ArrayBuffer>;
  crossing: Int32Array<ArrayBuffer>;
  pixels: Int32Array<ArrayBuffer>;
  /** Pixel indices at which the mask changes sides. */
  toggles: Uint32Array<ArrayBuffer>;
  toggled: number;
}

const FEW_EDGES = 64;
const FEW_TOGGLES = 1024;
/** More memory than this is given back. */
const MOST_KEPT = 2 ** 20;

let kept: Room | null = null;

function roomFor(rings: readonly Ring[], height: number): Room {
  const room = kept ?? {
    ...{ edges: createEdges(FEW_EDGES), count: 0, toggled: 0 },
    ...lists(FEW_EDGES),
    toggles: new Uint32Array(FEW_TOGGLES),
  };
  // Not used twice at once, nor again after an error.
  kept = null;
  setRings(room.edges, rings, height);
  if (room.active.length < room.edges.count) Object.assign(room, lists(room.edges.ring.length));
  room.count = 0;
  room.toggled = 0;
  return room;
}

function lists(length: number): Pick<Room, 'starting' | 'active' | 'crossing' | 'pixels'> {
  const list = () => new Int32Array(length);
  return { starting: list(), active: list(), crossing: list(), pixels: list() };
}

/**
 * The pixels whose centres lie inside the rings (flat x, y pairs in photo pixels); a centre on an
 * edge counts for the right and lower side. What lies outside the photo is cut off. Throws a
 * RangeError for coordinates that are no numbers or beyond all photos, and for rings that would take
 * too long.
 */
export function maskFromRings(rings: readonly Ring[], size: Size, rule: FillRule): Mask {
  const room = roomFor(rings, size.height);
  const { edges, starting } = room;
  sortByFirstRow(edges, starting);
  const side = createSide(rule, rings.length);
  let next = 0;
  for (let y = 0; next < edges.count || room.count > 0; y++) {
    if (room.count === 0) y = edges.first[starting[next] ?? 0] ?? 0;
    while (next < edges.count && edges.first[starting[next] ?? 0] === y) {
      room.active[room.count++] = starting[next++] ?? 0;
    }
    sortCrossings(room, y, size.width);
    addRow(room, y * size.width, side);
    dropEnded(room, y + 1);
  }
  const runs = runsBetween(room.toggles, room.toggled, size.width * size.height);
  if (Math.max(edges.ring.length, room.toggles.length) <= MOST_KEPT) kept = room;
  return { size, runs };
}

/** In place, in their order. */
function dropEnded(room: Room, y: number): void {
  const { active, edges } = room;
  let left = 0;
  for (let i = 0; i < room.count; i++) {
    const edge = active[i] ?? 0;
    if ((edges.end[edge] ?? 0) > y) active[left++] = edge;
  }
  room.count = left;
}

/** Above this, sorting by insertion is slower. */
const FEW = 24;

/** Where a row crosses edges, from left to right. */
function sortCrossings(room: Room, y: number, width: number): void {
  const { active, crossing, pixels, count, edges } = room;
  if (count > FEW) {
    sortMany(room, y, width);
    return;
  }
  for (let i = 0; i < count; i++) {
    const edge = active[i] ?? 0;
    const pixel = pixelAt(edges, edge, y, width);
    let at = i;
    for (; at > 0 && (pixels[at - 1] ?? 0) > pixel; at--) {
      pixels[at] = pixels[at - 1] ?? 0;
      crossing[at] = crossing[at - 1] ?? 0;
    }
    pixels[at] = pixel;
    crossing[at] = edge;
  }
}

function sortMany({ active, crossing, pixels, count, edges }: Room, y: number, width: number) {
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    keys[i] = pixelAt(edges, active[i] ?? 0, y, width) * count + i;
  }
  keys.sort();
  for (const [i, key] of keys.entries()) {
    pixels[i] = Math.floor(key / count);
    crossing[i] = active[key % count] ?? 0;
  }
}

function pixelAt(edges: Edges, edge: number, y: number, width: number): number {
  const x = (edges.x[edge] ?? 0) + (y - (edges.first[edge] ?? 0)) * (edges.slope[edge] ?? 0);
  return Math.min(Math.max(Math.ceil(x - 0.5), 0), width);
}

function addRow(room: Room, start: number, side: Side | null): void {
  const { crossing, pixels, count, edges } = room;
  for (let i = 0; i < count; i++) {
    const edge = crossing[i] ?? 0;
    const changes = side?.cross(edges.ring[edge] ?? 0, edges.isDownward[edge] === 1) ?? true;
    if (changes) toggleAt(room, start + (pixels[i] ?? 0));
  }
}

/** In rising order; twice at one index cancels out. */
function toggleAt(room: Room, index: number): void {
  const { toggled } = room;
  // Not just equal: two crossings a rounding error apart can come in the wrong order.
  if (toggled > 0 && (room.toggles[toggled - 1] ?? 0) >= index) {
    room.toggled--;
    return;
  }
  if (toggled === room.toggles.length) {
    const longer = new Uint32Array(2 * toggled);
    longer.set(room.toggles);
    room.toggles = longer;
  }
  room.toggles[toggled] = index;
  room.toggled++;
}

/** Walks along a row, starting outside; rings are closed, so it ends outside too. */
interface Side {
  /** Whether it is inside now and was not before, or the other way round. */
  cross(ring: number, isDownward: boolean): boolean;
}

/** Null: every crossing changes sides. */
function createSide(rule: FillRule, rings: number): Side | null {
  if (rule === 'even-odd' || (rule === 'union' && rings <= 1)) return null;
  let count = 0;
  const insideRing = new Uint8Array(rule === 'union' ? rings : 0);
  const step = (ring: number, isDownward: boolean) => {
    if (rule === 'winding') return isDownward ? 1 : -1;
    insideRing[ring] = 1 - (insideRing[ring] ?? 0);
    return insideRing[ring] ? 1 : -1;
  };
  return {
    cross(ring, isDownward) {
      const before = count;
      count += step(ring, isDownward);
      return (before === 0) !== (count === 0);
    },
  };
}
