import type { Plane } from '../report/pixels.ts';
import { fallingSpecks, smoothNoise } from './fields.ts';
import { gaussian } from './filter.ts';
import { emptyPhoto, mapChannels, mapValues, type Photo } from './photo.ts';
import type { Random } from './random.ts';
import { at, pixels } from './severity.ts';

/** Snow, fog and rain, as training/degrade/weather.py makes them; severity 0..1, 0.5 as in the paper. */

/** Bright places turn white and flakes fall. */
export function snow(photo: Photo, severity: number, random: Random): Photo {
  const angle = Math.PI / 2 + random.between(-0.5, 0.5);
  const share = at(severity, { mild: 0.012, paper: 0.085, beyond: 0.18 });
  const flakes = [
    { size: 2, length: 5 },
    { size: 4, length: 9 },
  ].map(({ size, length }) =>
    fallingSpecks(random, photo.size, {
      share,
      size: pixels(photo.size, size),
      length: pixels(photo.size, length),
      angle,
    }),
  );
  const whitened = withWhiteLights(photo, severity);
  return mapChannels(whitened, (plane) =>
    flakes.reduce((on, fall) => laid(on, fall, 255, 0.9), plane),
  );
}

function withWhiteLights({ size, rgba }: Photo, severity: number): Photo {
  const threshold = 255 * at(severity, { mild: 0.85, paper: 0.5, beyond: 0.2 });
  const made = emptyPhoto(size);
  for (let o = 0; o < rgba.length; o += 4) {
    const light = ((rgba[o] ?? 0) + (rgba[o + 1] ?? 0) + (rgba[o + 2] ?? 0)) / 3;
    const white = Math.min(1, Math.max(0, (light - threshold) / 80)) * 0.6;
    for (let channel = 0; channel < 3; channel++) {
      const value = rgba[o + channel] ?? 0;
      made.rgba[o + channel] = value + (255 - value) * white;
    }
  }
  return made;
}

/** Layers of cloud over an even haze, thicker towards the top. */
export function fog(photo: Photo, severity: number, random: Random): Photo {
  const { width, height } = photo.size;
  const clouds = new Float32Array(width * height);
  for (const { cell, share } of [
    { cell: 160, share: 0.5 },
    { cell: 60, share: 0.3 },
    { cell: 20, share: 0.2 },
  ]) {
    const { values } = smoothNoise(random, photo.size, pixels(photo.size, cell));
    for (let i = 0; i < clouds.length; i++) clouds[i] = (clouds[i] ?? 0) + share * (values[i] ?? 0);
  }
  const thickness = at(severity, { mild: 0.25, paper: 0.82, beyond: 1.1 });
  const darker = random.between(0, 25);
  const colour = [225, 228, 232].map((value) => value - darker);
  return mapValues(photo, (value, pixel, channel) => {
    const depth = 1.15 - (0.3 * Math.floor(pixel / width)) / Math.max(1, height - 1);
    const cloud = 0.65 + 0.5 * (clouds[pixel] ?? 0);
    const veil = Math.min(0.97, Math.max(0, thickness * depth * cloud));
    return value * (1 - veil) + (colour[channel] ?? 0) * veil;
  });
}

/** Streaks at two distances, in a darker light; far drops blur together. */
export function rain(photo: Photo, severity: number, random: Random): Photo {
  const angle = Math.PI / 2 + random.between(-0.4, 0.4);
  const share = at(severity, { mild: 0.003, paper: 0.01, beyond: 0.05 });
  const streaks = [
    { size: 1, length: 14 },
    { size: 2, length: 30 },
  ].map(({ size, length }) =>
    fallingSpecks(random, photo.size, {
      share,
      size: Math.max(1, pixels(photo.size, size)),
      length: pixels(photo.size, length),
      angle,
    }),
  );
  const light = at(severity, { mild: 0.98, paper: 0.93, beyond: 0.65 });
  const strength = at(severity, { mild: 0.3, paper: 0.4, beyond: 0.7 });
  const sigma = pixels(photo.size, at(severity, { mild: 0.3, paper: 0.5, beyond: 1 }));
  return mapChannels(photo, ({ size, values }) => {
    const dark = { size, values: values.map((value) => value * light) };
    return gaussian(
      streaks.reduce((on, fall) => laid(on, fall, 220, strength), dark),
      sigma,
    );
  });
}

/** Lays a field over a plane, in one colour. */
function laid(onto: Plane, over: Plane, colour: number, strength: number): Plane {
  const values = onto.values.map(
    (value, i) => value + (colour - value) * (over.values[i] ?? 0) * strength,
  );
  return { size: onto.size, values };
}
