import type { ImageBox } from '../../../geometry/spaces.ts';
import type { Mask } from '../../../mask/mask.ts';
import { maskBox } from '../../../mask/measure.ts';

/**
 * Non-maximum suppression: indices of the boxes to keep, best score first and of equal scores the
 * earlier one. A box goes when its IoU with a kept one is above `overlap`.
 */
export function keptBoxes(
  boxes: readonly ImageBox[],
  scores: readonly number[],
  overlap: number,
): number[] {
  const order = [...boxes.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const kept: number[] = [];
  const boxesKept: ImageBox[] = [];
  for (const i of order) {
    const box = boxes[i];
    if (!box || boxesKept.some((other) => boxIou(other, box) > overlap)) continue;
    kept.push(i);
    boxesKept.push(box);
  }
  return kept;
}

/** The box of a mask as SAM has it: the first and last pixel's indices, so one pixel has no area. */
export function pixelBox(mask: Mask): ImageBox {
  const box = maskBox(mask);
  if (!box) return { x0: 0, y0: 0, x1: 0, y1: 0 };
  return { ...box, x1: box.x1 - 1, y1: box.y1 - 1 };
}

/** Not a number for two boxes without area, which then suppress nothing. */
function boxIou(a: ImageBox, b: ImageBox): number {
  const width = Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0));
  const height = Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));
  const common = width * height;
  return common / (boxArea(a) + boxArea(b) - common);
}

export function boxArea({ x0, y0, x1, y1 }: ImageBox): number {
  return (x1 - x0) * (y1 - y0);
}
