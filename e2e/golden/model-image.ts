import { createCanvas, loadImage } from '@napi-rs/canvas';
import { contract } from '../../src/contract/contract.ts';
import { inputSizeOf } from '../../src/geometry/input.ts';
import type { ImageBox, Size } from '../../src/geometry/spaces.ts';
import type { ModelImage } from '../../src/photo/protocol.ts';
import { createResizer } from '../../src/photo/worker/resize.ts';

/** Decoded by Skia, as in Chromium, and resized as the app does: the photo, or a box of whole pixels. */
export async function readModelImage(
  path: string,
  box?: ImageBox,
): Promise<{ readonly photo: Size; readonly image: ModelImage }> {
  const picture = await loadImage(path);
  const photo = { width: picture.width, height: picture.height };
  const canvas = createCanvas(photo.width, photo.height).getContext('2d');
  canvas.drawImage(picture, 0, 0);
  const { x0, y0, x1, y1 } = box ?? { x0: 0, y0: 0, x1: photo.width, y1: photo.height };
  const part = { width: x1 - x0, height: y1 - y0 };
  const size = inputSizeOf(part, contract.image.size);
  const resizer = createResizer(part, size);
  const { data } = canvas.getImageData(x0, y0, part.width, part.height);
  const rowBytes = part.width * 4;
  for (let y = 0; y < part.height; y++) {
    resizer.push(data.subarray(y * rowBytes, (y + 1) * rowBytes));
  }
  return { photo, image: { size, rgb: resizer.finish() } };
}
