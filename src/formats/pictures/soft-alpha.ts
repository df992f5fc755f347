import type { ImageBox } from '../../geometry/spaces.ts';
import { maskToBitmap } from '../../mask/bitmap.ts';
import { cropMask } from '../../mask/crop.ts';
import type { Mask } from '../../mask/mask.ts';

/**
 * How much of each pixel in the box is seen, 0 to 255, row-major. The edge fades over `feather`
 * photo pixels to either side; 0: it does not. The photo's own border doesn't fade.
 */
export function softAlpha(mask: Mask, box: ImageBox, feather: number): Uint8Array {
  const cut = cropMask(mask, box);
  const { width, height } = cut.size;
  let alpha = Float32Array.from(maskToBitmap(cut), (bit) => bit * 255);
  // Two means in a row fade evenly, where one alone leaves a step at its ends.
  const radius = Math.max(0, Math.round(feather / 2));
  const rows = { count: height, length: width, apart: width, step: 1 };
  const columns = { count: width, length: height, apart: 1, step: width };
  for (let pass = 0; radius > 0 && pass < 2; pass++) {
    alpha = meanAlong(alpha, rows, radius);
    alpha = meanAlong(alpha, columns, radius);
  }
  return Uint8Array.from(alpha, Math.round);
}

/** All rows or all columns of a picture. */
interface Lines {
  readonly count: number;
  /** Length of each, in values. */
  readonly length: number;
  /** From one line's start to the next one's, and from a value to the next one in its line. */
  readonly apart: number;
  readonly step: number;
}

/** The mean of `2 radius + 1` values along each line; past its ends the line goes on as it ended. */
function meanAlong(
  values: Float32Array,
  { count, length, apart, step }: Lines,
  radius: number,
): Float32Array<ArrayBuffer> {
  const means = new Float32Array(values.length);
  for (let line = 0; line < count; line++) {
    const at = (i: number) =>
      values[line * apart + Math.min(Math.max(i, 0), length - 1) * step] ?? 0;
    let sum = 0;
    for (let i = -radius; i <= radius; i++) sum += at(i);
    for (let i = 0; i < length; i++) {
      means[line * apart + i * step] = sum / (2 * radius + 1);
      sum += at(i + radius + 1) - at(i - radius);
    }
  }
  return means;
}
