import type { Size } from '../../geometry/spaces.ts';
import { FormatError } from '../problems.ts';

/**
 * What a file may ask of the machine. Far above any honest data set; past them a reader refuses
 * instead of filling the memory.
 */
export const LIMITS = {
  /** Bytes of one text or picture. */
  fileBytes: 512 * 2 ** 20,
  /** Bytes of all files of one import that are read at all. */
  totalBytes: 4 * 2 ** 30,
  files: 500_000,
  objects: 2_000_000,
  /** Points of one object. */
  polygonPoints: 500_000,
  /** Pixels of a mask or a picture. */
  pixels: 100_000_000,
} as const;

/** Throws a FormatError for a side that is no count of pixels, and for more pixels than a photo may have. */
export function checkedSize(width: number, height: number): Size {
  const isCount = (side: number) => Number.isInteger(side) && side > 0;
  if (!isCount(width) || !isCount(height)) {
    throw new FormatError({ kind: 'unexpected', at: 'width, height' });
  }
  if (width * height > LIMITS.pixels) throw new FormatError({ kind: 'too-many' });
  return { width, height };
}
