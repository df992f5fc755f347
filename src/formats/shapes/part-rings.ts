import type { Polygon, Ring } from '../../mask/polygons.ts';
import { seamedRing } from '../../mask/seams.ts';

/** One ring a part: holes are joined to it by seams of no width. */
export function partRings(polygons: readonly Polygon[]): Ring[] {
  return polygons.map(({ outer, holes }) => seamedRing([outer, ...holes]));
}

/** x, y pairs. */
export function verticesOf(ring: Ring): [x: number, y: number][] {
  return Array.from({ length: ring.length / 2 }, (_, i) => [
    ring[2 * i] ?? 0,
    ring[2 * i + 1] ?? 0,
  ]);
}
