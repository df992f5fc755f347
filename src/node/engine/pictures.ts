import { type Canvas, createCanvas, ImageData, loadImage } from '@napi-rs/canvas';
import { readerOf, tagAt } from '../../photo/worker/complete/bytes.ts';
import { exifOrientation } from '../../photo/worker/header/jpeg.ts';
import { upright } from '../../photo/worker/orientation.ts';

/**
 * What a browser has and Node lacks, by Skia, which Chromium decodes and draws with too: the photo worker
 * then reads photos here as it does in the page, to the pixel.
 */
export function installPictures(): void {
  Object.assign(globalThis, { createImageBitmap, ImageData, OffscreenCanvas: NodeCanvas });
}

/** Made by `new`, as in a browser; it gives a canvas of Skia's. */
class NodeCanvas {
  constructor(width: number, height: number) {
    // biome-ignore lint/correctness/noConstructorReturn: a browser's canvas is made by its constructor.
    return createCanvas(width, height);
  }
}

/** A canvas can be drawn like a bitmap, and shrunk to nothing when it is closed. */
async function createImageBitmap(source: Blob | ImageData): Promise<Canvas & { close(): void }> {
  const canvas = source instanceof Blob ? await decoded(source) : drawn(source);
  return Object.assign(canvas, {
    close() {
      canvas.width = 1;
      canvas.height = 1;
    },
  });
}

async function decoded(file: Blob): Promise<Canvas> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const image = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const orientation = pngOrientation(bytes);
  if (orientation === 1) return canvas;
  const stored = context.getImageData(0, 0, image.width, image.height);
  const { size, data } = upright(
    { size: image, data: new Uint8ClampedArray(stored.data) },
    orientation,
  );
  return drawn(new ImageData(data, size.width, size.height));
}

function drawn(pixels: ImageData): Canvas {
  const canvas = createCanvas(pixels.width, pixels.height);
  canvas.getContext('2d').putImageData(pixels, 0, 0);
  return canvas;
}

/** PNG alone, of what Skia decodes, is left as it is stored. */
function pngOrientation(bytes: Uint8Array): number {
  if (tagAt(bytes, 12) !== 'IHDR') return 1;
  const reader = readerOf(bytes, false);
  for (let at = 8; at + 8 <= bytes.length; at += 12 + reader.u32(at)) {
    if (tagAt(bytes, at + 4) === 'eXIf') {
      return exifOrientation(bytes.subarray(at + 8, at + 8 + reader.u32(at))) ?? 1;
    }
  }
  return 1;
}
