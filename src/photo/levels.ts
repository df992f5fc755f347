import type { DecodedPhoto, PhotoLevel } from './protocol.ts';

const PIXEL_BYTES = 4;

/** Index of the smallest level that still has a pixel for every device pixel. */
export function levelFor(count: number, devicePixelsPerPhotoPixel: number): number {
  const wanted = Math.floor(Math.log2(1 / devicePixelsPerPhotoPixel) + 1e-6);
  return Math.min(Math.max(wanted, 0), count - 1);
}

/** The same where fine levels may have been let go: the next coarser one that is there. */
export function levelAt(levels: readonly PhotoLevel[], devicePixelsPerPhotoPixel: number): number {
  const wanted = levelFor(levels.length, devicePixelsPerPhotoPixel);
  const there = levels.findIndex((level, i) => i >= wanted && isThere(level));
  return there === -1 ? wanted : there;
}

/** A level that was let go has no tiles. */
export function isThere({ tiles }: PhotoLevel): boolean {
  return tiles.length > 0;
}

export function bytesOfLevels(levels: readonly PhotoLevel[]): number {
  return levels.filter(isThere).reduce((sum, { size }) => {
    return sum + size.width * size.height * PIXEL_BYTES;
  }, 0);
}

export function closePhoto({ levels, thumbnail }: DecodedPhoto): void {
  closeLevels(levels);
  thumbnail.bitmap.close();
}

export function closeLevels(levels: readonly PhotoLevel[]): void {
  for (const { tiles } of levels) for (const { bitmap } of tiles) bitmap.close();
}
