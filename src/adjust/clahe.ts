import { lumaOf, type Pixels } from '../report/pixels.ts';

/** Tiles a side. */
export const TILES = 8;
const LEVELS = 256;
/** No brightness may be stretched more than this many times. */
const CLIP_LIMIT = 3;

/**
 * Contrast limited adaptive histogram equalisation (Zuiderveld, 1994): what each brightness becomes in the middle of each of 8 x 8 tiles,
 * uint8 [tiles, 256]. Between the middles it is bilinear.
 */
export function claheTables(pixels: Pixels): Uint8Array<ArrayBuffer> {
  const { size, values } = lumaOf(pixels);
  const counts = new Float64Array(TILES * TILES * LEVELS);
  for (let y = 0; y < size.height; y++) {
    const row = Math.floor((y * TILES) / size.height) * TILES;
    for (let x = 0; x < size.width; x++) {
      const tile = row + Math.floor((x * TILES) / size.width);
      const at = tile * LEVELS + Math.round(values[y * size.width + x] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  const tables = new Uint8Array(counts.length);
  for (let tile = 0; tile < TILES * TILES; tile++) {
    const of = counts.subarray(tile * LEVELS, (tile + 1) * LEVELS);
    tables.set(equalised(of), tile * LEVELS);
  }
  return tables;
}

/** The clipped histogram's sum up to each brightness, 0 to 255; a tile without pixels changes nothing. */
function equalised(counts: Float64Array): Uint8Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return Uint8Array.from({ length: LEVELS }, (_, i) => i);
  const limit = (CLIP_LIMIT * total) / LEVELS;
  const excess = counts.reduce((sum, count) => sum + Math.max(0, count - limit), 0);
  let below = 0;
  return Uint8Array.from(counts, (count) => {
    below += Math.min(count, limit) + excess / LEVELS;
    return Math.round((255 * below) / total);
  });
}
