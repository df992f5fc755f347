import type { ImageBox, Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskBox } from '../../mask/measure.ts';
import { safeName } from '../photos/file-names.ts';
import { rgbaPng } from '../png/encode.ts';
import type { CreateWriter, OutFile, Picture } from '../writing/writer.ts';
import { softAlpha } from './soft-alpha.ts';

/** One PNG an object: its part of the photo, transparent around it. */
export const createCutOutWriter: CreateWriter = ({ classes }, _places, { feather }) => ({
  photoPath: () => null,
  *addPhoto({ file }, { objects }, picture): Iterable<OutFile> {
    if (!picture) throw new Error('cut-outs need the photo');
    for (const [i, { mask, classIndex }] of objects.entries()) {
      const number = String(i + 1).padStart(3, '0');
      const name = safeName(classes[classIndex]?.name ?? '');
      const content = cutOut(picture, mask, feather);
      if (content) yield { path: `cut-outs/${file.stem}/${number}-${name}.png`, content };
    }
  },
  finish: () => [],
});

/** The object as PNG, cut to its box and what the soft edge needs; null for an empty mask. */
export function cutOut(
  picture: Picture,
  mask: Mask,
  feather: number,
): Uint8Array<ArrayBuffer> | null {
  const tight = maskBox(mask);
  if (!tight) return null;
  const box = grow(tight, Math.ceil(feather), mask.size);
  const rgba = Uint8Array.from(picture.read(box));
  const alpha = softAlpha(mask, box, feather);
  for (const [i, value] of alpha.entries()) rgba[4 * i + 3] = value;
  return rgbaPng(rgba, { width: box.x1 - box.x0, height: box.y1 - box.y0 });
}

function grow({ x0, y0, x1, y1 }: ImageBox, by: number, { width, height }: Size): ImageBox {
  return {
    x0: Math.max(0, x0 - by),
    y0: Math.max(0, y0 - by),
    x1: Math.min(width, x1 + by),
    y1: Math.min(height, y1 + by),
  };
}
