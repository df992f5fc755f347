import type { DecodedPhoto, PhotoLevel } from './protocol.ts';

/** Index of the smallest level that still has a pixel for every device pixel. */
export function levelFor(count: number, devicePixelsPerPhotoPixel: number): number {
  const wanted = Math.floor(Math.log2(1 / devicePixelsPerPhotoPixel) + 1e-6);
  return Math.min(Math.max(wanted, 0), count - 1);
}

export function closePhoto({ levels, thumbnail }: DecodedPhoto): void {
  closeLevels(levels);
  thumbnail.bitmap.close();
}

export function closeLevels(levels: readonly PhotoLevel[]): void {
  for (const { tiles } of levels) for (const { bitmap } of tiles) bitmap.close();
}
