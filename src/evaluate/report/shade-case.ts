import type { Size } from '../../geometry/spaces.ts';
import { maskToBitmap } from '../../mask/bitmap.ts';
import type { Mask } from '../../mask/mask.ts';
import { rescaleMask } from '../../mask/rescale.ts';

/** As ui/stage paints differences: right, missed, surplus. */
export const CASE_COLOURS = {
  common: [34, 197, 94],
  missed: [56, 189, 248],
  surplus: [244, 114, 182],
} as const;
const OPACITY = 0.5;

/** No side longer than so many pixels, and never larger than it is. */
export function caseSize({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** Colours in place what a mask has right, missed and too much, on a picture of this size. */
export function shadeCase(rgba: Uint8ClampedArray, size: Size, mask: Mask, truth: Mask): void {
  const [ours, right] = [mask, truth].map((one) => maskToBitmap(rescaleMask(one, size)));
  for (let i = 0, o = 0; o < rgba.length; i++, o += 4) {
    const part = ours?.[i] ? (right?.[i] ? 'common' : 'surplus') : right?.[i] ? 'missed' : null;
    if (!part) continue;
    for (const [c, value] of CASE_COLOURS[part].entries())
      rgba[o + c] = (rgba[o + c] ?? 0) * (1 - OPACITY) + value * OPACITY;
  }
}
