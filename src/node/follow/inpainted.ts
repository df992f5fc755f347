import type { Photo as Pixels } from '../../degrade/photo.ts';
import { maskToBitmap } from '../../mask/bitmap.ts';
import { growMask } from '../../mask/grow.ts';
import type { Mask } from '../../mask/mask.ts';

/** Pixels beside the object that still have some of its colour. */
const EDGE = 3;

/** The photo with the object's place filled in from its edges, coarse first (push and pull): smooth, without texture. */
export function withoutObject({ size, rgba }: Pixels, mask: Mask): Pixels {
  const hole = maskToBitmap(growMask(mask, EDGE));
  const { width, height } = size;
  const known = new Float32Array(width * height * 4);
  for (let i = 0; i < hole.length; i++) {
    if (hole[i]) continue;
    for (let c = 0; c < 3; c++) known[4 * i + c] = rgba[4 * i + c] ?? 0;
    known[4 * i + 3] = 1;
  }
  const filled = pulled(known, width, height);
  const made = rgba.slice();
  for (let i = 0; i < hole.length; i++) {
    if (hole[i]) for (let c = 0; c < 3; c++) made[4 * i + c] = filled[4 * i + c] ?? 0;
  }
  return { size, rgba: made };
}

/** Colours times their weight, and weight: where it is below 1 the next coarser level adds the rest. */
function pulled(values: Float32Array, width: number, height: number): Float32Array {
  if (width <= 1 && height <= 1) return values;
  const [w, h] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const coarse = new Float32Array(w * h * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 4; c++) {
        const at = 4 * ((y >> 1) * w + (x >> 1)) + c;
        coarse[at] = (coarse[at] ?? 0) + (values[4 * (y * width + x) + c] ?? 0);
      }
  for (let i = 0; i < coarse.length; i += 4) {
    const weight = coarse[i + 3] ?? 0;
    if (weight > 1) for (let c = 0; c < 4; c++) coarse[i + c] = (coarse[i + c] ?? 0) / weight;
  }
  const below = pulled(coarse, w, h);
  const made = values.slice();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = 4 * (y * width + x);
      const lack = 1 - (values[i + 3] ?? 0);
      if (lack <= 0) continue;
      const from = 4 * ((y >> 1) * w + (x >> 1));
      for (let c = 0; c < 4; c++)
        made[i + c] = (values[i + c] ?? 0) + lack * (below[from + c] ?? 0);
    }
  return made;
}
