import type { ImagePoint, Size } from '../geometry/spaces.ts';
import { maskFromRings } from './fill.ts';
import type { Mask } from './mask.ts';
import { addToMask, subtractFromMask } from './patch.ts';
import { polygonsOf, type Ring } from './polygons.ts';
import { keptVertices } from './simplify.ts';

/**
 * A mask's outline as points that a hand can move. Between two of them that nobody has moved the outline stays exact,
 * beside one that was moved it is a straight line: so a mask changes only where its points did.
 */
export interface HandleRing {
  /** Rings of one part have the same number; one of them is no hole. */
  readonly part: number;
  readonly isHole: boolean;
  readonly handles: readonly Handle[];
}

export interface Handle {
  readonly at: ImagePoint;
  /** The exact outline on the way to the next one, flat x, y pairs; empty: a straight line. */
  readonly chain: readonly number[];
}

/** Which point of which ring. */
export interface HandlePlace {
  readonly ring: number;
  readonly handle: number;
}

type Rings = readonly HandleRing[];
/** Fewer enclose nothing. */
const FEWEST = 3;

/** No further than `tolerance` photo pixels lies the outline from the straight lines between its points. */
export function handlesOf(mask: Mask, tolerance: number): HandleRing[] {
  return polygonsOf(mask).flatMap(({ outer, holes }, part) =>
    [outer, ...holes].map((ring, i) => ({
      part,
      isHole: i > 0,
      handles: handlesOn(ring, tolerance),
    })),
  );
}

function handlesOn(ring: Ring, tolerance: number): Handle[] {
  const vertices = Array.from(ring);
  const kept = keptVertices(ring, tolerance);
  return kept.map((vertex, i) => {
    const next = kept[i + 1] ?? vertices.length / 2;
    const at = { x: vertices[2 * vertex] ?? 0, y: vertices[2 * vertex + 1] ?? 0 };
    return { at, chain: vertices.slice(2 * vertex + 2, 2 * next) };
  });
}

/** The lines to both neighbours become straight. */
export function moveHandle(rings: Rings, place: HandlePlace, at: ImagePoint): HandleRing[] {
  return withHandles(rings, place.ring, (handles) => {
    const before = (place.handle + handles.length - 1) % handles.length;
    return handles.map((one, i) => {
      if (i === place.handle) return { at, chain: [] };
      return i === before ? { ...one, chain: [] } : one;
    });
  });
}

/**
 * A ring of too few points goes: a hole is filled, and a part goes with its holes.
 */
export function dropHandle(rings: Rings, place: HandlePlace): HandleRing[] {
  const ring = rings[place.ring];
  if (!ring) return [...rings];
  if (ring.handles.length <= FEWEST)
    return rings.filter((one) => one !== ring && (ring.isHole || one.part !== ring.part));
  const before = (place.handle + ring.handles.length - 1) % ring.handles.length;
  return withHandles(rings, place.ring, (handles) =>
    handles
      .map((one, i) => (i === before ? { ...one, chain: [] } : one))
      .filter((_, i) => i !== place.handle),
  );
}

/** One more point on the line that begins at a place; on an exact line at its nearest corner, which changes nothing. */
export function addHandle(rings: Rings, place: HandlePlace, near: ImagePoint): HandleRing[] {
  return withHandles(rings, place.ring, (handles) => {
    const before = handles[place.handle];
    const after = handles[(place.handle + 1) % handles.length];
    if (!before || !after) return handles;
    const [first, second] = splitLine(before, after, near);
    return handles.toSpliced(place.handle, 1, first, second);
  });
}

function splitLine(before: Handle, after: Handle, near: ImagePoint): [Handle, Handle] {
  const { chain } = before;
  if (chain.length === 0)
    return [before, { at: nearestOnLine(before.at, after.at, near), chain: [] }];
  let vertex = 0;
  for (let i = 0; i < chain.length; i += 2)
    if (distance(pointAt(chain, i), near) < distance(pointAt(chain, vertex), near)) vertex = i;
  return [
    { ...before, chain: chain.slice(0, vertex) },
    { at: pointAt(chain, vertex), chain: chain.slice(vertex + 2) },
  ];
}

function withHandles(
  rings: Rings,
  index: number,
  change: (handles: readonly Handle[]) => readonly Handle[],
): HandleRing[] {
  return rings.map((ring, i) => (i === index ? { ...ring, handles: change(ring.handles) } : ring));
}

/** The nearest point within reach; null: there is none. Of two on one place the later, which lies above. */
export function handleNear(rings: Rings, at: ImagePoint, within: number): HandlePlace | null {
  let [found, least]: [HandlePlace | null, number] = [null, within];
  for (const [ring, { handles }] of rings.entries())
    for (const [handle, one] of handles.entries()) {
      const away = distance(one.at, at);
      if (away <= least) [found, least] = [{ ring, handle }, away];
    }
  return found;
}

/** The nearest line within reach, by the point at which it begins; null: there is none. */
export function lineNear(rings: Rings, at: ImagePoint, within: number): HandlePlace | null {
  let [found, least]: [HandlePlace | null, number] = [null, within];
  for (const [ring, { handles }] of rings.entries())
    for (const [handle, one] of handles.entries()) {
      const after = handles[(handle + 1) % handles.length] ?? one;
      const away = distanceToLine([one.at.x, one.at.y, ...one.chain, after.at.x, after.at.y], at);
      if (away <= least) [found, least] = [{ ring, handle }, away];
    }
  return found;
}

/** The nearest place on a closed line within reach; null: there is none. */
export function nearestOnRing(ring: Ring, at: ImagePoint, within: number): ImagePoint | null {
  let [found, least]: [ImagePoint | null, number] = [null, within];
  for (let i = 0; i < ring.length; i += 2) {
    const place = nearestOnLine(pointAt(ring, i), pointAt(ring, (i + 2) % ring.length), at);
    const away = distance(place, at);
    if (away <= least) [found, least] = [place, away];
  }
  return found;
}

/** The mask of rings that were `before` when it was outlined. Parts that nobody touched are not even looked at. */
export function maskOfHandles(mask: Mask, before: Rings, after: Rings): Mask {
  const parts = new Set([...before, ...after].map(({ part }) => part));
  const of = (rings: Rings, part: number) => rings.filter((ring) => ring.part === part);
  const changed = [...parts].filter((part) => {
    const [was, is] = [of(before, part), of(after, part)];
    return was.length !== is.length || was.some((ring, i) => ring !== is[i]);
  });
  const left = changed.reduce(
    (all, part) => subtractFromMask(all, maskOfPart(of(before, part), mask.size)),
    mask,
  );
  return changed.reduce(
    (all, part) => addToMask(all, maskOfPart(of(after, part), mask.size)),
    left,
  );
}

/** Where lines cross, what lies between them is inside. The part and its holes are filled apart. */
function maskOfPart(rings: Rings, size: Size): Mask {
  const fill = (isHole: boolean) => {
    const some = rings.filter((ring) => ring.isHole === isHole).map(flatRing);
    return maskFromRings(some, size, 'winding');
  };
  return subtractFromMask(fill(false), fill(true));
}

/** All vertices on the way round, flat x, y pairs. */
export function flatRing({ handles }: HandleRing): number[] {
  const flat: number[] = [];
  for (const { at, chain } of handles) {
    flat.push(at.x, at.y);
    for (const value of chain) flat.push(value);
  }
  return flat;
}

function distanceToLine(line: readonly number[], at: ImagePoint): number {
  let least = Infinity;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const place = nearestOnLine(pointAt(line, i), pointAt(line, i + 2), at);
    least = Math.min(least, distance(place, at));
  }
  return least;
}

function nearestOnLine(a: ImagePoint, b: ImagePoint, { x, y }: ImagePoint): ImagePoint {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return a;
  const along = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / squared));
  return { x: a.x + along * dx, y: a.y + along * dy };
}

function pointAt(flat: ArrayLike<number>, i: number): ImagePoint {
  return { x: flat[i] ?? 0, y: flat[i + 1] ?? 0 };
}

function distance(a: ImagePoint, b: ImagePoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
