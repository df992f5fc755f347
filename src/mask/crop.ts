import type { ImageBox, Size } from '../geometry/spaces.ts';
import type { Mask } from './mask.ts';
import { forEachSpan, startRuns } from './runs.ts';

/** The part of the mask in the box, whose edges are whole pixels, as a mask of the box's size. */
export function cropMask(mask: Mask, { x0, y0, x1, y1 }: ImageBox): Mask {
  const size = { width: x1 - x0, height: y1 - y0 };
  return moved(mask, size, -x0, -y0);
}

/** The inverse of `cropMask`: the mask's first pixel comes to (x, y); what lies outside is cut off. */
export function placeMask(mask: Mask, at: { x: number; y: number }, size: Size): Mask {
  return moved(mask, size, at.x, at.y);
}

function moved(mask: Mask, size: Size, dx: number, dy: number): Mask {
  const runs = startRuns(size);
  forEachSpan(mask, (y, x0, x1) => {
    const row = y + dy;
    if (row < 0 || row >= size.height) return;
    const from = Math.max(x0 + dx, 0);
    const to = Math.min(x1 + dx, size.width);
    if (to <= from) return;
    runs.toggleAt(row * size.width + from);
    runs.toggleAt(row * size.width + to);
  });
  return runs.build();
}
