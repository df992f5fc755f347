import type { ImageBox, Size } from './spaces.ts';

/** The box and `margin` times its longer side around it, as whole pixels of the photo. */
export function cropAround(box: ImageBox, photo: Size, margin: number): ImageBox {
  const by = margin * Math.max(box.x1 - box.x0, box.y1 - box.y0);
  return {
    x0: Math.max(0, Math.floor(box.x0 - by)),
    y0: Math.max(0, Math.floor(box.y0 - by)),
    x1: Math.min(photo.width, Math.ceil(box.x1 + by)),
    y1: Math.min(photo.height, Math.ceil(box.y1 + by)),
  };
}

/** Whether something in the crop reaches a side at which the photo goes on; both in photo pixels. */
export function reachesCropEdge(box: ImageBox, crop: ImageBox, photo: Size): boolean {
  return (
    (box.x0 <= crop.x0 && crop.x0 > 0) ||
    (box.y0 <= crop.y0 && crop.y0 > 0) ||
    (box.x1 >= crop.x1 && crop.x1 < photo.width) ||
    (box.y1 >= crop.y1 && crop.y1 < photo.height)
  );
}
