import type { Size } from '../../geometry/spaces.ts';
import { maskFromCounts } from '../../mask/counts.ts';
import type { Mask } from '../../mask/mask.ts';
import { FormatError } from '../problems.ts';

const CHANNELS = 4;
const ALPHA = 3;
/** From here on a pixel is more painted than not. */
const HALF = 128;
const HEADER_BITS = 32 + 5 + 4 * 4;

/**
 * The inverse of `brushRle`: what is painted, by the alpha of the RGBA picture. Throws a FormatError
 * for bits that are not of a picture of this size.
 */
export function maskFromBrush(rle: readonly unknown[], size: Size): Mask {
  const bits = createBits(bytesFrom(rle));
  const pixels = size.width * size.height;
  if (bits.left() < HEADER_BITS || bits.read(32) !== pixels * CHANNELS) bad();
  const wordBits = bits.read(5) + 1;
  const lengthBits = Array.from({ length: 4 }, () => bits.read(4) + 1);
  const counts = startCounts();
  for (let at = 0; at < pixels * CHANNELS; ) {
    if (bits.left() < 4) bad();
    const isRun = bits.read(1) === 1;
    const length = bits.read(lengthBits[bits.read(2)] ?? 0) + 1;
    if (at + length > pixels * CHANNELS) bad();
    if (bits.left() < wordBits * (isRun ? 1 : length)) bad();
    if (isRun) counts.add(bits.read(wordBits), alphasIn(at, length));
    else {
      for (let i = at; i < at + length; i++) {
        const value = bits.read(wordBits);
        if (i % CHANNELS === ALPHA) counts.add(value, 1);
      }
    }
    at += length;
  }
  return maskFromCounts(counts.all(), size);
}

/** How many of the values from `at` on are alphas. */
function alphasIn(at: number, length: number): number {
  return Math.floor((at + length) / CHANNELS) - Math.floor(at / CHANNELS);
}

/** Run lengths, the unpainted first. */
function startCounts() {
  const counts: number[] = [0];
  return {
    add(value: number, pixels: number): void {
      const isPainted = value >= HALF;
      if (isPainted !== (counts.length % 2 === 0) && pixels > 0) counts.push(0);
      counts[counts.length - 1] = (counts.at(-1) ?? 0) + pixels;
    },
    all: () => counts,
  };
}

function bytesFrom(rle: readonly unknown[]): Uint8Array {
  const isByte = (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255;
  return rle.every(isByte) ? Uint8Array.from(rle) : bad();
}

function createBits(bytes: Uint8Array) {
  let at = 0;
  return {
    left: () => 8 * bytes.length - at,
    /** The next `count` bits, highest first. */
    read(count: number): number {
      let value = 0;
      for (let i = 0; i < count; i++, at++) {
        const byte = bytes[at >> 3] ?? 0;
        value = value * 2 + ((byte >> (7 - (at & 7))) & 1);
      }
      return value;
    },
  };
}

function bad(): never {
  throw new FormatError({ kind: 'bad-counts' });
}
