/**
 * Float32 to IEEE half precision and back, by tables: every browser can, and 10 MiB take 20 ms there
 * and 10 ms back. (Float16Array would, but some browsers that have private files lack it.)
 */

/** By sign and exponent of a float32: what the half begins with, and how far the fraction moves. */
const BASE = new Uint16Array(512);
const SHIFT = new Uint8Array(512);
for (let i = 0; i < 256; i++) {
  const [base, shift] = placeOf(i - 127);
  BASE[i] = base;
  BASE[i | 256] = base | 0x8000;
  SHIFT[i] = SHIFT[i | 256] = shift;
}

const VALUES = Float32Array.from({ length: 2 ** 16 }, (_, half) => numberOf(half));

/** Rounds to the nearest; what is too large becomes the largest half, NaN and infinities NaN. */
export function toHalves(values: Float32Array): Uint16Array<ArrayBuffer> {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const halves = new Uint16Array(bits.length);
  for (let i = 0; i < bits.length; i++) {
    const value = bits[i] ?? 0;
    const base = BASE[value >>> 23] ?? 0;
    const shift = SHIFT[value >>> 23] ?? 0;
    const fraction = value & 0x7fffff;
    const isOdd = (base + (fraction >>> shift)) & 1;
    const half = base + ((fraction + (1 << (shift - 1)) - 1 + isOdd) >>> shift);
    halves[i] = (half & 0x7fff) === 0x7c00 ? half - 1 : half;
  }
  return halves;
}

export function fromHalves(halves: Uint16Array): Float32Array<ArrayBuffer> {
  const values = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i++) values[i] = VALUES[halves[i] ?? 0] ?? 0;
  return values;
}

function placeOf(exponent: number): readonly [base: number, shift: number] {
  if (exponent < -24) return [0, 24];
  if (exponent < -14) return [0x400 >> (-exponent - 14), -exponent - 1];
  if (exponent < 16) return [(exponent + 15) << 10, 13];
  return exponent < 128 ? [0x7bff, 24] : [0x7e00, 24];
}

function numberOf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
