import type { Size } from '../geometry/spaces.ts';
import type { Plane } from '../report/pixels.ts';
import { field } from './fields.ts';
import { gaussian } from './filter.ts';
import { jpegRoundTrip } from './jpeg.ts';
import { emptyPhoto, type Photo } from './photo.ts';
import type { Random } from './random.ts';
import { resizePlane } from './resample.ts';
import { at, pixels } from './severity.ts';
import { readBetween } from './warp.ts';

/** Compression and elastic distortion, as training/degrade/coding.py makes them; severity 0..1. */

/** JPEG of colour at half resolution or at full. */
export function compression(photo: Photo, severity: number, random: Random): Photo {
  const quality = Math.round(at(severity, { mild: 40, paper: 8, beyond: 2 }));
  return jpegRoundTrip(photo, { quality, halvesColour: random.index(2) === 0 });
}

/** Ripples are drawn on at most so many pixels of the long side and enlarged: they are smooth. */
const RIPPLED_SIDE = 512;

/** Ripples and a skew. Masks stay where they were: the shift is of the order of their accuracy. */
export function elasticTransform(photo: Photo, severity: number, random: Random): Photo {
  const { size } = photo;
  const { width, height } = size;
  const amplitude = pixels(size, at(severity, { mild: 0.6, paper: 2.7, beyond: 5.5 }));
  const [across, down] = ripplesOf(random, size, amplitude);
  const most = pixels(size, at(severity, { mild: 1, paper: 4, beyond: 8 }));
  const skewed = () => most * random.between(-1, 1);
  const skew = [skewed(), skewed(), skewed(), skewed()] as const;
  const made = emptyPhoto(size);
  const rgb = new Float32Array(3);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const [right, low] = [x / width - 0.5, y / height - 0.5];
      const movedX = x + (across.values[i] ?? 0) + skew[0] * right + skew[1] * low;
      const movedY = y + (down.values[i] ?? 0) + skew[2] * right + skew[3] * low;
      readBetween(photo, movedX, movedY, rgb);
      made.rgba.set(rgb, i * 4);
    }
  return made;
}

/** Pixels across and down, of one deviation together. */
function ripplesOf(random: Random, size: Size, amplitude: number): [Plane, Plane] {
  const smaller = Math.max(1, Math.max(size.width, size.height) / RIPPLED_SIDE);
  const drawn = {
    width: Math.max(1, Math.round(size.width / smaller)),
    height: Math.max(1, Math.round(size.height / smaller)),
  };
  const sigma = pixels(size, 10) / smaller;
  const drawnOne = () =>
    gaussian(
      field(drawn, () => random.between(-1, 1)),
      sigma,
    );
  const [across, down] = [drawnOne(), drawnOne()];
  const factor = amplitude / deviationOf([across, down]);
  const enlarged = (plane: Plane): Plane => {
    const strong = { size: drawn, values: plane.values.map((value) => value * factor) };
    return smaller === 1 ? strong : resizePlane(strong, size, 'linear');
  };
  return [enlarged(across), enlarged(down)];
}

function deviationOf(planes: readonly Plane[]): number {
  let [sum, squares, count] = [0, 0, 0];
  for (const { values } of planes)
    for (const value of values) {
      sum += value;
      squares += value * value;
      count += 1;
    }
  return Math.sqrt(Math.max(squares / count - (sum / count) ** 2, 1e-12));
}
