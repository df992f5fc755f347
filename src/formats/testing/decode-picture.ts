import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Pixels } from '../writing/writer.ts';

/** As a browser decodes a picture. */
export async function decodePicture(bytes: Uint8Array<ArrayBuffer>): Promise<Pixels | null> {
  const image = await loadImage(Buffer.from(bytes)).catch(() => null);
  if (!image) return null;
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const rgba = Uint8ClampedArray.from(context.getImageData(0, 0, width, height).data);
  return { size: { width, height }, rgba };
}
