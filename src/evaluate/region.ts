import type { ImagePoint } from '../geometry/spaces.ts';
import { maskToBitmap } from '../mask/bitmap.ts';
import { cropMask } from '../mask/crop.ts';
import type { Mask } from '../mask/mask.ts';
import { maskBox } from '../mask/measure.ts';
import { partsOf } from '../mask/parts.ts';
import { startRuns } from '../mask/runs.ts';
import { squaredDistances } from './distance.ts';

/** The middle of the pixel that is farthest from the mask's edge, and the first of those; null where there is none. */
export function centreOf(mask: Mask): ImagePoint | null {
  const box = maskBox(mask);
  if (!box) return null;
  const near = cropMask(mask, box);
  const squares = squaredDistances(maskToBitmap(near), near.size);
  let best = 0;
  for (let i = 1; i < squares.length; i++) if ((squares[i] ?? 0) > (squares[best] ?? 0)) best = i;
  const { width } = near.size;
  return { x: box.x0 + (best % width) + 0.5, y: box.y0 + Math.floor(best / width) + 0.5 };
}

/** The largest of its parts, of which pixels that touch at a corner are one; and how many pixels it has. */
export function largestPart(mask: Mask): { readonly part: Mask; readonly area: number } {
  const { rowStart, x0, x1, part, count } = partsOf(mask, 'corners');
  const areas = new Float64Array(count);
  for (let i = 0; i < part.length; i++) {
    const of = part[i] ?? 0;
    areas[of] = (areas[of] ?? 0) + (x1[i] ?? 0) - (x0[i] ?? 0);
  }
  const largest = areas.reduce((best, area, i) => (area > (areas[best] ?? 0) ? i : best), 0);
  const runs = startRuns(mask.size);
  for (let y = 0; y < mask.size.height; y++)
    for (let i = rowStart[y] ?? 0; i < (rowStart[y + 1] ?? 0); i++) {
      if (part[i] !== largest) continue;
      runs.toggleAt(y * mask.size.width + (x0[i] ?? 0));
      runs.toggleAt(y * mask.size.width + (x1[i] ?? 0));
    }
  return { part: runs.build(), area: areas[largest] ?? 0 };
}
