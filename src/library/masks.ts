import {
  cocoCounts,
  compressCounts,
  expandCounts,
  maskFromCocoCounts,
} from '../formats/coco/rle.ts';
import type { Size } from '../geometry/spaces.ts';
import { maskFromRings } from '../mask/fill.ts';
import type { Mask } from '../mask/mask.ts';
import { type Polygon, polygonsOf, ringsOf } from '../mask/polygons.ts';
import { simplifyPolygons } from '../mask/simplify.ts';

export { maskFromBitmap, maskToBitmap } from '../mask/bitmap.ts';
export { boundaryIou } from '../mask/boundary.ts';
export { growMask, shrinkMask } from '../mask/grow.ts';
export { dropSpecks, fillHoles, splitMask } from '../mask/holes.ts';
export type { Mask } from '../mask/mask.ts';
export { isEmptyMask, maskArea, maskBox, maskContains, maskIou } from '../mask/measure.ts';
export { addToMask, complementOf, intersectMasks, subtractFromMask } from '../mask/patch.ts';
export type { Polygon, Ring } from '../mask/polygons.ts';
export { smoothMask } from '../mask/smooth.ts';

/** COCO's compressed run lengths, as pycocotools reads them. */
export interface Rle {
  readonly size: readonly [height: number, width: number];
  readonly counts: string;
}

/** Encodes a mask as COCO does. */
export function maskToRle(mask: Mask): Rle {
  const { width, height } = mask.size;
  return { size: [height, width], counts: compressCounts(cocoCounts(mask)) };
}

/** Throws a RangeError for counts that are damaged or don't add up to the size. */
export function maskFromRle({ size: [height, width], counts }: Rle): Mask {
  return maskFromCocoCounts(expandCounts(counts), { width, height });
}

/**
 * Traces a mask: a polygon a part, with its holes. `tolerance`: how far lines may leave the outline, in
 * photo pixels; 0: exact, along the edges of pixels.
 */
export function maskToPolygons(mask: Mask, tolerance = 0): Polygon[] {
  const exact = polygonsOf(mask);
  return tolerance > 0 ? simplifyPolygons(exact, tolerance) : exact;
}

/** Fills polygons, in photo pixels, holes left out. */
export function maskFromPolygons(polygons: readonly Polygon[], size: Size): Mask {
  return maskFromRings(ringsOf(polygons), size, 'even-odd');
}
