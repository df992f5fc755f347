import { maskFromRings } from './fill.ts';
import type { Mask } from './mask.ts';
import { maskIou } from './measure.ts';
import { polygonsOf, ringsOf, vertexCount } from './polygons.ts';
import { simplifyPolygons } from './simplify.ts';

/** What a mask keeps as simplified polygons. */
export interface Detail {
  readonly vertices: number;
  /** With the mask itself. */
  readonly iou: number;
}

/** The figures of a detail slider; `tolerance` in photo pixels, 0 keeps every pixel. */
export function detailAt(mask: Mask, tolerance: number): Detail {
  const polygons = simplifyPolygons(polygonsOf(mask), tolerance);
  const filled = maskFromRings(ringsOf(polygons), mask.size, 'winding');
  return { vertices: vertexCount(polygons), iou: maskIou(mask, filled) };
}
