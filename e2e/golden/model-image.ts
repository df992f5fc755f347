import { createCanvas, loadImage } from '@napi-rs/canvas';
import { contract } from '../../src/contract/contract.ts';
import { inputSizeOf } from '../../src/geometry/input.ts';
import type { Size } from '../../src/geometry/spaces.ts';
import type { ModelImage } from '../../src/photo/protocol.ts';
import { createResizer } from '../../src/photo/worker/resize.ts';

/** Decoded by Skia, as in Chromium, and resized as the app does. */
export async function readModelImage(
  path: string,
): Promise<{ readonly photo: Size; readonly image: ModelImage }> {
  const picture = await loadImage(path);
  const photo = { width: picture.width, height: picture.height };
  const canvas = createCanvas(photo.width, photo.height).getContext('2d');
  canvas.drawImage(picture, 0, 0);
  const size = inputSizeOf(photo, contract.image.size);
  const resizer = createResizer(photo, size);
  const { data } = canvas.getImageData(0, 0, photo.width, photo.height);
  const rowBytes = photo.width * 4;
  for (let y = 0; y < photo.height; y++) {
    resizer.push(data.subarray(y * rowBytes, (y + 1) * rowBytes));
  }
  return { photo, image: { size, rgb: resizer.finish() } };
}
