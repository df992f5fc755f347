import { gaussian } from './filter.ts';
import { jpegRoundTrip } from './jpeg.ts';
import { mapChannels, mapValues, type Photo } from './photo.ts';
import type { Random } from './random.ts';
import { resizePhoto, WAYS } from './resample.ts';
import { at, pixels } from './severity.ts';

/** Chains that pictures on the web have been through: blur, resize, noise and JPEG, as training/degrade/chains.py. */

interface Chain {
  readonly rounds: number;
  /** By how much all rounds together make the photo smaller on the way. */
  readonly shrinking: number;
}

/** The photo gets back its size at the end. */
export function chainOf({ rounds, shrinking }: Chain) {
  return (photo: Photo, severity: number, random: Random): Photo => {
    const { width, height } = photo.size;
    const smaller = shrinking * at(severity, { mild: 0.7, paper: 1, beyond: 1.4 });
    let made = photo;
    for (let round = 1; round <= rounds; round++) {
      made = blurred(made, severity, random);
      const factor = Math.max(1, smaller ** (1 / rounds) * random.between(0.85, 1.15)) ** round;
      made = resized(made, width / factor, height / factor, random);
      made = withNoise(made, severity, random);
      made = compressed(made, severity, random);
    }
    return resized(made, width, height, random);
  };
}

function blurred(photo: Photo, severity: number, random: Random): Photo {
  const wide = pixels(photo.size, at(severity, { mild: 0.3, paper: 1.1, beyond: 2.4 }));
  const [x, y] = [random.between(0.6, 1.2) * wide, random.between(0.6, 1.2) * wide];
  return mapChannels(photo, (plane) => gaussian(plane, x, y));
}

function resized(photo: Photo, width: number, height: number, random: Random): Photo {
  const size = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
  return resizePhoto(photo, size, WAYS[random.index(WAYS.length)] ?? 'area');
}

/** Noise of the same size everywhere, or growing with the light. */
function withNoise(photo: Photo, severity: number, random: Random): Photo {
  const strength = at(severity, { mild: 1, paper: 9, beyond: 24 }) * random.between(0.7, 1.1);
  const isShot = random.next() < 0.5;
  return mapValues(
    photo,
    (value) => value + random.normal() * strength * (isShot ? Math.sqrt(value / 128) : 1),
  );
}

function compressed(photo: Photo, severity: number, random: Random): Photo {
  const middle = at(severity, { mild: 80, paper: 45, beyond: 15 });
  const quality = Math.round(middle * random.between(0.8, 1.2));
  return jpegRoundTrip(photo, { quality, halvesColour: true });
}
