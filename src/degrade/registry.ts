import { defocus, frostedGlassBlur, motionBlur, resamplingBlur, zoomBlur } from './blur.ts';
import { chainOf } from './chains.ts';
import { compression, elasticTransform } from './coding.ts';
import { brightness, colourJitter, contrast } from './colour.ts';
import { gaussianNoise, impulseNoise, isoNoise, lowLight } from './noise.ts';
import type { Photo } from './photo.ts';
import { createRandom, type Random } from './random.ts';
import type { DegradationName, Stack } from './stack.ts';
import { DEGRADATION_NAMES } from './stack.ts';
import { fog, rain, snow } from './weather.ts';

type Degradation = (photo: Photo, severity: number, random: Random) => Photo;

const DEGRADATIONS: Readonly<Record<DegradationName, Degradation>> = {
  snow,
  fog,
  rain,
  gaussian_noise: gaussianNoise,
  iso_noise: isoNoise,
  impulse_noise: impulseNoise,
  resampling_blur: resamplingBlur,
  motion_blur: motionBlur,
  zoom_blur: zoomBlur,
  colour_jitter: colourJitter,
  compression,
  elastic_transform: elasticTransform,
  frosted_glass_blur: frostedGlassBlur,
  brightness,
  contrast,
  low_light: lowLight,
  defocus,
  chain_once: chainOf({ rounds: 1, shrinking: 2 }),
  chain_1: chainOf({ rounds: 2, shrinking: 1 }),
  chain_2: chainOf({ rounds: 2, shrinking: 2 }),
  chain_3: chainOf({ rounds: 2, shrinking: 4 }),
};

/** More of one kind than any stack has. */
const TIMES = 64;

/** One after the other; the same stack gives the same pixels. What a degradation draws stays when others come or go. */
export function degrade(photo: Photo, { steps, seed }: Stack): Photo {
  const times = new Map<DegradationName, number>();
  return steps.reduce((made, { name, severity }) => {
    if (!(severity >= 0 && severity <= 1))
      throw new RangeError(`severity ${severity} is not in 0..1`);
    const time = times.get(name) ?? 0;
    times.set(name, time + 1);
    const salt = DEGRADATION_NAMES.indexOf(name) * TIMES + time;
    return DEGRADATIONS[name](made, severity, createRandom(seed, salt));
  }, photo);
}
