import type { Canvas } from '@napi-rs/canvas';
import { contract } from '../../src/contract/contract.ts';
import { inputSizeOf } from '../../src/geometry/input.ts';
import type { ImageBox, Size } from '../../src/geometry/spaces.ts';
import { readCrop, readPhoto } from '../../src/node/engine/photo.ts';
import type { ModelImage } from '../../src/photo/protocol.ts';
import { measureRows } from '../../src/photo/worker/measured.ts';
import { createResizer } from '../../src/photo/worker/resize.ts';
import type { Area } from '../../src/photo/worker/tiles.ts';
import { isClearPhoto } from '../../src/report/clarity.ts';

/** The photo, or a box of whole pixels, as the command reads it. */
export async function readModelImage(
  path: string,
  box?: ImageBox,
): Promise<{ readonly photo: Size; readonly image: ModelImage; readonly isClear: boolean }> {
  const { size, image, isClear, ...photo } = await readPhoto(path);
  return { photo: size, image: box ? await readCrop(photo, box) : image, isClear };
}

/** What the app's report says of the whole photo. */
export function isClear(canvas: Canvas): boolean {
  const { width, height } = canvas;
  const whole = { x: 0, y: 0, width, height };
  const report = measureRows(whole, (visit, part = whole) => forEachRow(canvas, part, visit));
  return isClearPhoto(report);
}

/** Resized as the app does: the canvas, or a box of whole pixels. */
export function modelImageOf(
  canvas: Canvas,
  { x0, y0, x1, y1 }: ImageBox = { x0: 0, y0: 0, x1: canvas.width, y1: canvas.height },
): ModelImage {
  const part = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
  const size = inputSizeOf(part, contract.image.size);
  const resizer = createResizer(part, size);
  forEachRow(canvas, part, resizer.push);
  return { size, rgb: resizer.finish() };
}

function forEachRow(
  canvas: Canvas,
  { x, y, width, height }: Area,
  visit: (row: Uint8ClampedArray) => void,
): void {
  const { data } = canvas.getContext('2d').getImageData(x, y, width, height);
  const rowBytes = width * 4;
  for (let row = 0; row < height; row++) visit(data.subarray(row * rowBytes, (row + 1) * rowBytes));
}
