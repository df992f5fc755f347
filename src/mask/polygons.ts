import type { Mask } from './mask.ts';
import { outlineOf } from './outline.ts';
import { partAt, partsOf } from './parts.ts';

/** A closed line: flat x, y pairs in photo pixels; the last vertex joins the first. */
export type Ring = ArrayLike<number> & Iterable<number>;

/** One part of a mask. Outer rings run clockwise on screen and holes the other way round. */
export interface Polygon {
  readonly outer: Ring;
  readonly holes: readonly Ring[];
}

/**
 * The mask's exact outline along pixel edges, a polygon a part, top to bottom. Filled by either
 * rule (fill.ts), it gives the mask back pixel by pixel.
 */
export function polygonsOf(mask: Mask): Polygon[] {
  const parts = partsOf(mask);
  const outers: Ring[] = [];
  const holes: Ring[][] = Array.from({ length: parts.count }, () => []);
  for (const loop of outlineOf(mask)) {
    // A loop starts at its topmost, then leftmost corner: below it lies the part or the hole.
    const [x, y] = [loop[0] ?? 0, loop[1] ?? 0];
    const part = partAt(parts, x, y);
    if (part >= 0) outers[part] = loop;
    else holes[partAt(parts, x, y - 1)]?.push(reversed(loop));
  }
  return outers.map((outer, part) => ({ outer, holes: holes[part] ?? [] }));
}

/** All rings of all parts, for filling. */
export function ringsOf(polygons: readonly Polygon[]): Ring[] {
  return polygons.flatMap(({ outer, holes }) => [outer, ...holes]);
}

export function vertexCount(polygons: readonly Polygon[]): number {
  return ringsOf(polygons).reduce((count, ring) => count + ring.length / 2, 0);
}

function reversed(ring: Int32Array): Int32Array {
  const result = new Int32Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    result[i] = ring[ring.length - 2 - i] ?? 0;
    result[i + 1] = ring[ring.length - 1 - i] ?? 0;
  }
  return result;
}
