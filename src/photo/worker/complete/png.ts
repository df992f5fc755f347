import { readerOf, tagAt } from './bytes.ts';
import type { Completeness } from './complete.ts';

/** Whole when chunks lead to IEND; open when the pixels are there without it. */
export async function pngCompleteness(bytes: Uint8Array<ArrayBuffer>): Promise<Completeness> {
  const reader = readerOf(bytes, false);
  const data: Uint8Array[] = [];
  // A chunk: length, type, data, checksum.
  for (let at = 8; at + 8 <= bytes.length; ) {
    const end = at + 12 + reader.u32(at);
    const type = tagAt(bytes, at + 4);
    if (type === 'IEND' && end <= bytes.length) return 'whole';
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end - 4));
    at = end;
  }
  if (data.length === 0) return 'cut';
  const { unpackedBytes } = await import('../tiff/deflate.ts');
  const needed = pixelBytes(bytes);
  return unpackedBytes(data, needed) >= needed ? 'open' : 'cut';
}

/** By colour type: grey, RGB, palette, grey with alpha, RGBA. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Where each pass of an interlaced file begins, and its steps. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Each row of each pass begins with a byte for its filter. */
function pixelBytes(bytes: Uint8Array): number {
  const reader = readerOf(bytes, false);
  const [width, height] = [reader.u32(16), reader.u32(20)];
  const bits = reader.u8(24) * (SAMPLES[reader.u8(25)] ?? Number.NaN);
  const passes = reader.u8(28) === 1 ? PASSES : ([[0, 0, 1, 1]] as const);
  return passes.reduce((sum, [x, y, across, down]) => {
    const columns = Math.max(0, Math.ceil((width - x) / across));
    const rows = Math.max(0, Math.ceil((height - y) / down));
    return sum + (columns > 0 ? rows * (1 + Math.ceil((columns * bits) / 8)) : 0);
  }, 0);
}
