import type { ImageBox, Size } from '../../geometry/spaces.ts';
import type { Picture, Pixels } from '../writing/writer.ts';

const JPEG_QUALITY = 0.92;

/** The pixels of a photo, transparency laid onto white as on the stage. */
export function pictureOf(bitmap: ImageBitmap): Picture {
  const size = { width: bitmap.width, height: bitmap.height };
  return {
    size,
    read: (box) => read(bitmap, box, { width: box.x1 - box.x0, height: box.y1 - box.y0 }),
    readScaled(longestSide) {
      const scale = Math.min(1, longestSide / Math.max(size.width, size.height));
      const shrunk = {
        width: Math.max(1, Math.round(size.width * scale)),
        height: Math.max(1, Math.round(size.height * scale)),
      };
      const whole = { x0: 0, y0: 0, x1: size.width, y1: size.height };
      return { size: shrunk, rgba: read(bitmap, whole, shrunk) };
    },
    toJpeg,
  };
}

function read(bitmap: ImageBitmap, { x0, y0, x1, y1 }: ImageBox, { width, height }: Size) {
  const context = canvasContext({ width, height });
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, x0, y0, x1 - x0, y1 - y0, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}

function toJpeg({ size, rgba }: Pixels): Promise<Blob> {
  const context = canvasContext(size);
  context.putImageData(new ImageData(rgba, size.width, size.height), 0, 0);
  return context.canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}

function canvasContext({ width, height }: Size): OffscreenCanvasRenderingContext2D {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new RangeError('no memory for a canvas');
  return context;
}
