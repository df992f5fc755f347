import type { Pixels } from '../report/pixels.ts';
import { claheTables } from './clahe.ts';
import { type Haze, hazeOf } from './haze.ts';

/** What the filters must know of a photo as a whole; the same for all adjustments. */
export interface PhotoMaps {
  /** uint8 [TILES * TILES, 256]. */
  readonly clahe: Uint8Array<ArrayBuffer>;
  readonly haze: Haze;
}

/** Pixels of a photo, or of a smaller form of it. */
export function mapsOf(pixels: Pixels): PhotoMaps {
  return { clahe: claheTables(pixels), haze: hazeOf(pixels) };
}
