import type { Size } from '../../geometry/spaces.ts';
import { maskFromBitmap } from '../../mask/bitmap.ts';
import type { Mask } from '../../mask/mask.ts';
import { Failure } from '../failure.ts';
import { readPixels } from './pixels.ts';

/** More colours than that are a photo. */
const MOST_OBJECTS = 4096;
/** A black and white mask with soft edges: black and white are so much of it. */
const PLAIN_SHARE = 0.9;
const HALF = 128;
const WHITE = 0xffffff;

/**
 * The objects of a mask's picture: what isn't black, one a colour; of a black and white one with soft edges, what is
 * light. Throws a Failure where it doesn't fit the photo, or holds nothing.
 */
export async function readMaskPicture(path: string, photo: Size): Promise<Mask[]> {
  const { size, rgba } = await readPixels(path);
  if (size.width !== photo.width || size.height !== photo.height) {
    const [own, other] = [size, photo].map(({ width, height }) => `${width} x ${height}`);
    throw new Failure(`${path}: has ${own} pixels, its photo ${other}`);
  }
  const colours = coloursOf(rgba);
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const plain = ((counts.get(0) ?? 0) + (counts.get(WHITE) ?? 0)) / colours.length;
  const isSoft = counts.size > 2 && counts.has(WHITE) && plain >= PLAIN_SHARE;
  const where = (isIn: (colour: number) => boolean) =>
    maskFromBitmap(
      Uint8Array.from(colours, (one) => (isIn(one) ? 1 : 0)),
      size,
    );
  if (isSoft) return [where((colour) => (colour & 255) >= HALF)];
  counts.delete(0);
  if (counts.size === 0) throw new Failure(`${path}: all black, no object is in it`);
  if (counts.size > MOST_OBJECTS) {
    throw new Failure(`${path}: ${counts.size} colours; a mask has one for each object, and black`);
  }
  return [...counts.keys()].map((colour) => where((one) => one === colour));
}

function coloursOf(rgba: Uint8ClampedArray): Uint32Array {
  const colours = new Uint32Array(rgba.length / 4);
  for (let i = 0, o = 0; i < colours.length; i++, o += 4)
    colours[i] = ((rgba[o] ?? 0) << 16) | ((rgba[o + 1] ?? 0) << 8) | (rgba[o + 2] ?? 0);
  return colours;
}
