import { maskFromRings } from './fill.ts';
import type { Mask } from './mask.ts';
import { maskIou } from './measure.ts';
import { type Polygon, polygonsOf, ringsOf, vertexCount } from './polygons.ts';
import { simplifyPolygons } from './simplify.ts';

/** A mask as polygons, and the pixels which those fill. */
export interface Drawn {
  readonly polygons: readonly Polygon[];
  readonly mask: Mask;
}

/** However coarse, a small object must not become another one. */
const LEAST_IOU = 0.9;
/** Below it the corners of pixels stay as they are. */
const LEAST_TOLERANCE = 0.5;

/**
 * The mask's polygons, whose lines lie within `tolerance` photo pixels of its outline; 0: exact.
 * Where that would keep less than nine tenths of the mask, the tolerance is halved for it.
 */
export function drawPolygons(mask: Mask, tolerance: number): Drawn {
  const exact = polygonsOf(mask);
  for (let reach = tolerance; reach >= LEAST_TOLERANCE; reach /= 2) {
    const polygons = simplifyPolygons(exact, reach);
    const filled = maskFromRings(ringsOf(polygons), mask.size, 'winding');
    if (maskIou(mask, filled) >= LEAST_IOU) return { polygons, mask: filled };
  }
  return { polygons: exact, mask };
}

/** What a mask keeps as polygons of that tolerance: the figures of a detail slider. */
export function detailAt(mask: Mask, tolerance: number): { vertices: number; iou: number } {
  const drawn = drawPolygons(mask, tolerance);
  return { vertices: vertexCount(drawn.polygons), iou: maskIou(mask, drawn.mask) };
}
