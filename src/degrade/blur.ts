import { overDisc } from './disc.ts';
import { alongLine } from './line.ts';
import { emptyPhoto, mapChannels, type Photo } from './photo.ts';
import type { Random } from './random.ts';
import { resizePhoto } from './resample.ts';
import { at, pixels } from './severity.ts';
import { addRow, placesBetween } from './warp.ts';

/** Blurs, as training/degrade/blur.py makes them; severity 0..1, 0.5 as in the paper. */

const ZOOM_LAYERS = 10;

/** Down and up again; blocky where pixels were dropped, soft elsewhere. */
export function resamplingBlur(photo: Photo, severity: number, random: Random): Photo {
  const { width, height } = photo.size;
  const factor = at(severity, { mild: 1.7, paper: 4, beyond: 9 });
  const small = {
    width: Math.max(1, Math.round(width / factor)),
    height: Math.max(1, Math.round(height / factor)),
  };
  const down = random.index(2) === 0 ? 'area' : 'linear';
  return resizePhoto(resizePhoto(photo, small, down), photo.size, 'linear');
}

/** Along a line in any direction. */
export function motionBlur(photo: Photo, severity: number, random: Random): Photo {
  const [angle, luck] = [random.between(0, Math.PI), random.between(0.4, 1.6)];
  const length = pixels(photo.size, luck * at(severity, { mild: 5, paper: 26, beyond: 50 }));
  return mapChannels(photo, (plane) => alongLine(plane, length, angle));
}

/** The mean of photos that grow about a point near the middle. */
export function zoomBlur(photo: Photo, severity: number, random: Random): Photo {
  const { width, height } = photo.size;
  const reach = at(severity, { mild: 0.015, paper: 0.035, beyond: 0.5 }) * random.between(0.5, 1.5);
  const [x, y] = [width * random.between(0.4, 0.6), height * random.between(0.4, 0.6)];
  const layers = Array.from({ length: ZOOM_LAYERS }, (_, k) => {
    const zoom = 1 + (reach * k) / (ZOOM_LAYERS - 1);
    return {
      columns: placesBetween(width, (column) => x + (column - x) / zoom),
      rows: placesBetween(height, (row) => y + (row - y) / zoom),
    };
  });
  const made = emptyPhoto(photo.size);
  const sums = new Float32Array(width * 3);
  for (let row = 0, o = 0; row < height; row++) {
    sums.fill(0);
    for (const { columns, rows } of layers) addRow(photo, columns, rows, row, sums);
    for (let i = 0; i < sums.length; i += 3, o += 4)
      for (let channel = 0; channel < 3; channel++)
        made.rgba[o + channel] = (sums[i + channel] ?? 0) / ZOOM_LAYERS;
  }
  return made;
}

/** Every pixel from a place near its own. */
export function frostedGlassBlur(photo: Photo, severity: number, random: Random): Photo {
  const { width, height } = photo.size;
  const reach = pixels(photo.size, at(severity, { mild: 1, paper: 3, beyond: 8 }));
  const made = emptyPhoto(photo.size);
  const near = (place: number, length: number) =>
    Math.min(length - 1, Math.max(0, place + Math.round(random.between(-reach, reach))));
  for (let y = 0, o = 0; y < height; y++)
    for (let x = 0; x < width; x++, o += 4) {
      const from = (near(y, height) * width + near(x, width)) * 4;
      for (let channel = 0; channel < 3; channel++)
        made.rgba[o + channel] = photo.rgba[from + channel] ?? 0;
    }
  return made;
}

/** Every point becomes a disc; not one of the paper's. */
export function defocus(photo: Photo, severity: number, random: Random): Photo {
  const wide = at(severity, { mild: 1.2, paper: 4, beyond: 10 });
  const radius = pixels(photo.size, wide) * random.between(0.8, 1.2);
  return mapChannels(photo, (plane) => overDisc(plane, radius));
}
