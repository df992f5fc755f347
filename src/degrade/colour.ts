import { fromHsv, toHsv } from './hls.ts';
import { emptyPhoto, mapValues, type Photo } from './photo.ts';
import type { Random } from './random.ts';
import { at } from './severity.ts';

/** Light and colour, as training/degrade/colour.py makes them; severity 0..1, 0.5 as in the paper. */

/** Brightness, contrast, saturation and hue moved, each up or down. */
export function colourJitter(photo: Photo, severity: number, random: Random): Photo {
  const reach = at(severity, { mild: 0.15, paper: 0.5, beyond: 0.9 });
  const drawn = () => (random.next() < 0.5 ? -1 : 1) * random.between(0.7, 1);
  const [bright, steep, colourful, hue] = [drawn(), drawn(), drawn(), drawn()];
  const gain = 1 + 0.7 * reach * bright;
  const slope = 1 + 0.5 * reach * steep;
  const mean = meanOf(photo) * gain;
  const made = emptyPhoto(photo.size);
  const [hsv, rgb] = [new Float64Array(3), new Float64Array(3)];
  const moved = (value: number) =>
    Math.min(1, Math.max(0, (mean + (value * gain - mean) * slope) / 255));
  for (let o = 0; o < photo.rgba.length; o += 4) {
    const { rgba } = photo;
    toHsv(moved(rgba[o] ?? 0), moved(rgba[o + 1] ?? 0), moved(rgba[o + 2] ?? 0), hsv);
    const saturation = Math.min(1, Math.max(0, (hsv[1] ?? 0) * (1 + reach * colourful)));
    fromHsv((hsv[0] ?? 0) + 130 * reach * hue, saturation, hsv[2] ?? 0, rgb);
    for (let channel = 0; channel < 3; channel++)
      made.rgba[o + channel] = (rgb[channel] ?? 0) * 255;
  }
  return made;
}

function meanOf({ rgba }: Photo): number {
  let sum = 0;
  for (let o = 0; o < rgba.length; o += 4)
    sum += (rgba[o] ?? 0) + (rgba[o + 1] ?? 0) + (rgba[o + 2] ?? 0);
  return sum / ((rgba.length / 4) * 3);
}

/** Darker, down to a night scene; the colour of the light leans. */
export function brightness(photo: Photo, severity: number, random: Random): Photo {
  const factor = at(severity, { mild: 0.93, paper: 0.73, beyond: 0.06 });
  const gains = [0, 1, 2].map(() => factor * (1 + random.between(-0.1, 0.1) * (1 - factor)));
  return mapValues(photo, (value, _, channel) => value * (gains[channel] ?? factor));
}

/** Steeper about 128; lights and shadows are cut off. */
export function contrast(photo: Photo, severity: number, random: Random): Photo {
  const slope = at(severity, { mild: 1.15, paper: 1.65, beyond: 4 }) * random.between(0.97, 1.03);
  return mapValues(photo, (value) => (value - 128) * slope + 128);
}
