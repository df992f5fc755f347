import type { Canvas } from '@napi-rs/canvas';
import { contract } from '../../src/contract/contract.ts';
import { inputSizeOf } from '../../src/geometry/input.ts';
import type { ImageBox, Size } from '../../src/geometry/spaces.ts';
import { readCrop, readPhoto } from '../../src/node/engine/photo.ts';
import type { ModelImage } from '../../src/photo/protocol.ts';
import { createResizer } from '../../src/photo/worker/resize.ts';

/** The photo, or a box of whole pixels, as the command reads it. */
export async function readModelImage(
  path: string,
  box?: ImageBox,
): Promise<{ readonly photo: Size; readonly image: ModelImage }> {
  const photo = await readPhoto(path);
  return { photo: photo.size, image: box ? await readCrop(photo, box) : photo.image };
}

/** Resized as the app does: the canvas, or a box of whole pixels. */
export function modelImageOf(
  canvas: Canvas,
  { x0, y0, x1, y1 }: ImageBox = { x0: 0, y0: 0, x1: canvas.width, y1: canvas.height },
): ModelImage {
  const part = { width: x1 - x0, height: y1 - y0 };
  const size = inputSizeOf(part, contract.image.size);
  const resizer = createResizer(part, size);
  const { data } = canvas.getContext('2d').getImageData(x0, y0, part.width, part.height);
  const rowBytes = part.width * 4;
  for (let y = 0; y < part.height; y++) {
    resizer.push(data.subarray(y * rowBytes, (y + 1) * rowBytes));
  }
  return { size, rgb: resizer.finish() };
}
