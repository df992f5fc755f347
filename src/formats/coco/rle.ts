import type { Size } from '../../geometry/spaces.ts';
import { maskFromCounts } from '../../mask/counts.ts';
import type { Mask } from '../../mask/mask.ts';
import { transposeMask } from '../../mask/transpose.ts';

/** COCO's run lengths: column-major, background first. */
export function cocoCounts(mask: Mask): Uint32Array {
  return transposeMask(mask).runs;
}

/** Throws a RangeError when the counts don't add up to the size. */
export function maskFromCocoCounts(counts: Iterable<number>, { width, height }: Size): Mask {
  return transposeMask(maskFromCounts(counts, { width: height, height: width }));
}

const FIRST_SIGN = 48;

/**
 * The compressed form: from the fourth on, each count is the difference to the one before the last;
 * five bits a sign, lowest first, the sixth bit says that more follow, the fifth of the last one is
 * the sign's.
 */
export function compressCounts(counts: ArrayLike<number>): string {
  const signs: number[] = [];
  for (let i = 0; i < counts.length; i++) {
    let rest = (counts[i] ?? 0) - (i > 2 ? (counts[i - 2] ?? 0) : 0);
    let follows = true;
    while (follows) {
      const bits = rest & 0x1f;
      rest >>= 5;
      follows = bits & 0x10 ? rest !== -1 : rest !== 0;
      signs.push((follows ? bits | 0x20 : bits) + FIRST_SIGN);
    }
  }
  return textOf(signs);
}

/** The inverse of `compressCounts`. Throws a RangeError for signs and numbers that it never writes. */
export function expandCounts(text: string): number[] {
  const counts: number[] = [];
  for (let at = 0; at < text.length; ) {
    let [value, shift, sign] = [0, 0, 0x20];
    while (sign & 0x20) {
      sign = text.charCodeAt(at++) - FIRST_SIGN;
      if (!(sign >= 0 && sign < 0x40) || shift > 30) throw new RangeError('not a compressed count');
      value |= (sign & 0x1f) << shift;
      shift += 5;
    }
    if (sign & 0x10 && shift < 32) value |= -1 << shift;
    counts.push(value + (counts.length > 2 ? (counts.at(-2) ?? 0) : 0));
  }
  return counts;
}

/** In pieces, since a call takes only so many arguments. */
function textOf(signs: readonly number[]): string {
  let text = '';
  for (let i = 0; i < signs.length; i += 4096) {
    text += String.fromCharCode(...signs.slice(i, i + 4096));
  }
  return text;
}
