import { contract } from '../../contract/contract.ts';
import type { Size } from '../../geometry/spaces.ts';

/** Pixels as RGBA, row-major. */
export interface Picture {
  readonly size: Size;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Logits of full colour: by its own word the model errs there in one cell of 150. */
export const FULL_COLOUR = 5;

const MIDDLE = [246, 246, 246] as const;
const INSIDE = [205, 92, 0] as const;
const OUTSIDE = [0, 92, 175] as const;
const EDGE = [0, 0, 0] as const;

/** Logits [256, 256] on the model's square as colours of the part that is the photo, `input` of 1024; edges black. */
export function heatMap(logits: Float32Array, input: Size): Picture {
  const { size: side, threshold } = contract.mask;
  const onPhoto = (length: number) => Math.max(1, Math.ceil((length * side) / contract.image.size));
  const size = { width: onPhoto(input.width), height: onPhoto(input.height) };
  const isInside = (x: number, y: number) =>
    (logits[Math.min(y, size.height - 1) * side + Math.min(x, size.width - 1)] ?? 0) > threshold;
  return paint(size, (x, y) => {
    const value = (logits[y * side + x] ?? 0) - threshold;
    const here = value > 0;
    if (here !== isInside(x + 1, y) || here !== isInside(x, y + 1)) return EDGE;
    const end = here ? INSIDE : OUTSIDE;
    const share = Math.min(1, Math.abs(value) / FULL_COLOUR);
    return MIDDLE.map((from, i) => from + share * ((end[i] ?? 0) - from));
  });
}

/** Values from the lowest, black, to the highest, white. */
export function greyMap(values: Float32Array, size: Size): Picture {
  const lowest = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const highest = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const range = highest - lowest || 1;
  return paint(size, (x, y) => {
    const grey = (255 * ((values[y * size.width + x] ?? 0) - lowest)) / range;
    return [grey, grey, grey];
  });
}

/** RGB, 3 bytes a cell. */
export function colourMap(rgb: Uint8ClampedArray, size: Size): Picture {
  return paint(size, (x, y) => {
    const at = 3 * (y * size.width + x);
    return [...rgb.subarray(at, at + 3)];
  });
}

function paint(size: Size, colourAt: (x: number, y: number) => readonly number[]): Picture {
  const rgba = new Uint8ClampedArray(4 * size.width * size.height);
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      const at = 4 * (y * size.width + x);
      rgba.set(colourAt(x, y), at);
      rgba[at + 3] = 255;
    }
  return { size, rgba };
}
