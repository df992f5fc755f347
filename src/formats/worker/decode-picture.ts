import type { Pixels } from '../writing/writer.ts';

/** The pixels of a picture that the browser can show; null for any other. */
export async function decodePicture(bytes: Uint8Array<ArrayBuffer>): Promise<Pixels | null> {
  const bitmap = await createImageBitmap(new Blob([bytes])).catch(() => null);
  if (!bitmap) return null;
  const size = { width: bitmap.width, height: bitmap.height };
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const rgba = context?.getImageData(0, 0, size.width, size.height).data;
  return rgba ? { size, rgba } : null;
}
