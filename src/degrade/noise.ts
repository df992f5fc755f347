import type { Plane } from '../report/pixels.ts';
import { field } from './fields.ts';
import { gaussian } from './filter.ts';
import { fromHls, toHls } from './hls.ts';
import { emptyPhoto, mapChannels, mapValues, type Photo } from './photo.ts';
import type { Random } from './random.ts';
import { at } from './severity.ts';

/** Sensor noise, as training/degrade/noise.py makes it; severity 0..1, 0.5 as in the paper. */

/** Independent per channel. */
export function gaussianNoise(photo: Photo, severity: number, random: Random): Photo {
  const deviation = at(severity, { mild: 6, paper: 16, beyond: 55 });
  return mapValues(photo, (value) => value + deviation * random.normal());
}

/** Blotches: deviation of the blur in pixels, and their gain. */
const BLOTCH = { sigma: 1.2, gain: 4 } as const;

/** Hues scattered pixel by pixel, shadows lifted by grain, and blotches of colour, as small sensors make them. */
export function isoNoise(photo: Photo, severity: number, random: Random): Photo {
  const grained = withGrain(photo, severity, random);
  const strength = BLOTCH.gain * at(severity, { mild: 3, paper: 8, beyond: 25 });
  return mapChannels(photo, (_, channel) => {
    // There is one for each channel.
    const noisy = grained[channel] as Plane;
    const blotches = gaussian(field(photo.size, random.normal), BLOTCH.sigma);
    for (let i = 0; i < noisy.values.length; i++)
      noisy.values[i] = (noisy.values[i] ?? 0) + strength * (blotches.values[i] ?? 0);
    return noisy;
  });
}

/** Three channels, not yet rounded: the blotches come on top. */
function withGrain({ size, rgba }: Photo, severity: number, random: Random): Plane[] {
  const scatter = at(severity, { mild: 8, paper: 110, beyond: 160 });
  const lift = at(severity, { mild: 0.01, paper: 0.13, beyond: 0.35 });
  const grain = at(severity, { mild: 0.3, paper: 0.25, beyond: 0.3 });
  const strength = at(severity, { mild: 8, paper: 20, beyond: 55 });
  const planes = [0, 1, 2].map(() => ({ size, values: new Float32Array(rgba.length / 4) }));
  const [hls, rgb] = [new Float64Array(3), new Float64Array(3)];
  for (let i = 0, o = 0; o < rgba.length; i++, o += 4) {
    const [red, green, blue] = [rgba[o] ?? 0, rgba[o + 1] ?? 0, rgba[o + 2] ?? 0];
    toHls(red / 255, green / 255, blue / 255, hls);
    const light = hls[1] ?? 0;
    const lifted = Math.min(1, Math.max(0, lift * (1 + random.normal() * grain)));
    const hue = (hls[0] ?? 0) + random.normal() * scatter;
    fromHls(hue, light + lifted * (1 - light), hls[2] ?? 0, rgb);
    const shot = Math.sqrt((red + green + blue) / 765 + 0.1) * random.normal() * strength;
    for (const [channel, plane] of planes.entries())
      plane.values[i] = (rgb[channel] ?? 0) * 255 + shot;
  }
  return planes;
}

/** A night's photo with the shot noise of few photons; not one of the paper's. */
export function lowLight(photo: Photo, severity: number, random: Random): Photo {
  const gain = at(severity, { mild: 0.5, paper: 0.15, beyond: 0.05 });
  const leans = [0, 1, 2].map(() => 1 + random.between(-0.15, 0.15));
  const photons = at(severity, { mild: 0.1, paper: 0.3, beyond: 0.6 });
  const read = at(severity, { mild: 0.5, paper: 1.2, beyond: 2.5 });
  return mapValues(photo, (value, _, channel) => {
    const dark = value * gain * (leans[channel] ?? 1);
    return dark + (Math.sqrt(dark * photons) + read) * random.normal();
  });
}

/** A factor on all pixels, and dead and hot pixels. */
export function impulseNoise(photo: Photo, severity: number, random: Random): Photo {
  const factor = at(severity, { mild: 1.1, paper: 1.45, beyond: 1.8 });
  const share = at(severity, { mild: 0.002, paper: 0.02, beyond: 0.2 });
  const made = emptyPhoto(photo.size);
  for (let o = 0; o < photo.rgba.length; o += 4) {
    const [isHit, value] = [random.next() < share, random.next() < 0.5 ? 255 : 0];
    for (let channel = 0; channel < 3; channel++)
      made.rgba[o + channel] = isHit ? value : (photo.rgba[o + channel] ?? 0) * factor;
  }
  return made;
}
