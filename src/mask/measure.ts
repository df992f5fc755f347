import type { ImageBox, ImagePoint } from '../geometry/spaces.ts';
import type { Mask } from './mask.ts';
import { forEachForegroundRun, forEachSpan, requireSameSize } from './runs.ts';

/** Pixels in the mask. */
export function maskArea(mask: Mask): number {
  let area = 0;
  forEachForegroundRun(mask, (start, end) => {
    area += end - start;
  });
  return area;
}

/** Looks no farther than the first pixel of it. */
export function isEmptyMask({ runs }: Mask): boolean {
  for (let i = 1; i < runs.length; i += 2) if ((runs[i] ?? 0) > 0) return false;
  return true;
}

/** The tightest box around the mask, pixel edges included; null when the mask is empty. */
export function maskBox(mask: Mask): ImageBox | null {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  forEachSpan(mask, (y, from, to) => {
    x0 = Math.min(x0, from);
    x1 = Math.max(x1, to);
    y0 = Math.min(y0, y);
    y1 = y + 1;
  });
  return x1 > x0 ? { x0, y0, x1, y1 } : null;
}

/** Whether the pixel under the point is in the mask; outside the photo nothing is. */
export function maskContains({ size, runs }: Mask, point: ImagePoint): boolean {
  const [x, y] = [Math.floor(point.x), Math.floor(point.y)];
  if (x < 0 || y < 0 || x >= size.width || y >= size.height) return false;
  const index = y * size.width + x;
  let end = 0;
  for (let i = 0; i < runs.length; i++) {
    end += runs[i] ?? 0;
    if (index < end) return i % 2 === 1;
  }
  return false;
}

/** Intersection over union; 1 for two empty masks. Throws a RangeError when the sizes differ. */
export function maskIou(a: Mask, b: Mask): number {
  const common = commonArea(a, b);
  const union = maskArea(a) + maskArea(b) - common;
  return union === 0 ? 1 : common / union;
}

/** Whether two masks of one size have the same pixels. */
export function masksEqual(a: Mask, b: Mask): boolean {
  return a.runs.length === b.runs.length && a.runs.every((run, i) => run === b.runs[i]);
}

/** Pixels in both masks; walks their runs at once. Throws a RangeError when the sizes differ. */
export function commonArea(one: Mask, other: Mask): number {
  requireSameSize(one, other);
  const [a, b] = [one.runs, other.runs];
  let [i, j, position, common] = [0, 0, 0, 0];
  let [endA, endB] = [a[0] ?? 0, b[0] ?? 0];
  while (i < a.length && j < b.length) {
    const end = Math.min(endA, endB);
    if (i % 2 === 1 && j % 2 === 1) common += end - position;
    position = end;
    if (endA === end) endA += a[++i] ?? 0;
    if (endB === end) endB += b[++j] ?? 0;
  }
  return common;
}
