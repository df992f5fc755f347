import { readFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { ImagePoint, Size } from '../../src/geometry/spaces.ts';
import { maskToBitmap } from '../../src/mask/bitmap.ts';
import type { Mask } from '../../src/mask/mask.ts';

/** A photo of a list in the form of one JSON a line: `image` and `mask` are paths beside the list. */
interface Listed {
  readonly image: string;
  /** Grey, of the photo's size: 0 outside, 1 and on the ids of objects. */
  readonly mask?: string;
  readonly split: string;
}

/** Those with masks that nothing was trained on. */
export function labelledPhotos(list: string): Required<Listed>[] {
  const lines: Listed[] = readFileSync(list, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return lines.flatMap((one) =>
    one.split === 'val' && one.mask ? [{ ...one, mask: one.mask }] : [],
  );
}

export interface Ids {
  readonly size: Size;
  readonly ids: Uint8Array;
}

export async function idsIn(path: string): Promise<Ids> {
  const picture = await loadImage(path);
  const size = { width: picture.width, height: picture.height };
  const context = createCanvas(size.width, size.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, size.width, size.height);
  return { size, ids: Uint8Array.from({ length: data.length / 4 }, (_, i) => data[4 * i] ?? 0) };
}

/** The middle of a pixel that is farthest from the mask's outside, in steps of pixels. */
export function deepestPoint(mask: Mask): ImagePoint {
  const { width } = mask.size;
  let left = maskToBitmap(mask);
  for (;;) {
    const inner = left.map((inside, i) =>
      inside && left[i - 1] && left[i + 1] && left[i - width] && left[i + width] ? 1 : 0,
    );
    if (!inner.includes(1)) break;
    left = inner;
  }
  const at = left.indexOf(1);
  return { x: (at % width) + 0.5, y: Math.floor(at / width) + 0.5 };
}

/** The same numbers, 0 to 1, for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
