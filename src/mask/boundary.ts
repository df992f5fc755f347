import type { ImageBox, Size } from '../geometry/spaces.ts';
import { placeMask } from './crop.ts';
import { shrinkMask } from './grow.ts';
import type { Mask } from './mask.ts';
import { maskBox, maskIou } from './measure.ts';
import { subtractFromMask } from './patch.ts';
import { requireSameSize } from './runs.ts';

/** Share of the photo's diagonal, as Cheng and others have it in "Boundary IoU" (2021). */
const WIDTH_SHARE = 0.02;

/**
 * IoU of what lies within a few pixels of either outline, inside it; the photo's edge is part of an outline. Large
 * masks with a poor outline score high on IoU and low on this. 1 for two empty masks; throws a RangeError when the sizes differ.
 */
export function boundaryIou(a: Mask, b: Mask): number {
  requireSameSize(a, b);
  const [boxA, boxB] = [maskBox(a), maskBox(b)];
  const box = boxA && boxB ? unionBox(boxA, boxB) : (boxA ?? boxB);
  if (!box) return 1;
  const width = boundaryWidth(a.size);
  return maskIou(bandOf(a, box, width), bandOf(b, box, width));
}

/** Pixels of the photo. */
export function boundaryWidth({ width, height }: Size): number {
  return Math.max(1, Math.round(WIDTH_SHARE * Math.hypot(width, height)));
}

export function unionBox(a: ImageBox, b: ImageBox): ImageBox {
  return {
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  };
}

/** Around the box a pixel of background is left, from which the distance counts. */
function bandOf(mask: Mask, { x0, y0, x1, y1 }: ImageBox, width: number): Mask {
  const size = { width: x1 - x0 + 2, height: y1 - y0 + 2 };
  const near = placeMask(mask, { x: 1 - x0, y: 1 - y0 }, size);
  // A square, as their code and training/evaluation erode.
  const square = new Int32Array(width + 1).fill(width);
  return subtractFromMask(near, shrinkMask(near, width, square));
}
