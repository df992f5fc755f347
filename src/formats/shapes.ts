import { maskFromRings } from '../mask/fill.ts';
import type { Mask } from '../mask/mask.ts';
import { maskArea } from '../mask/measure.ts';
import { type Polygon, polygonsOf, type Ring, ringsOf } from '../mask/polygons.ts';
import { seamedRing } from '../mask/seams.ts';
import { simplifyPolygons } from '../mask/simplify.ts';

/** A mask as polygons, and the pixels which those fill. */
export interface Drawn {
  readonly polygons: readonly Polygon[];
  readonly mask: Mask;
}

/** Simplified by `tolerance` pixels, unless nothing would be left of it; 0: exact. */
export function drawPolygons(mask: Mask, tolerance: number): Drawn {
  const exact = polygonsOf(mask);
  if (tolerance <= 0) return { polygons: exact, mask };
  const polygons = simplifyPolygons(exact, tolerance);
  const filled = maskFromRings(ringsOf(polygons), mask.size, 'winding');
  return maskArea(filled) > 0 ? { polygons, mask: filled } : { polygons: exact, mask };
}

/** One ring a part: holes are joined to it by seams of no width. */
export function partRings(polygons: readonly Polygon[]): Ring[] {
  return polygons.map(({ outer, holes }) => seamedRing([outer, ...holes]));
}
