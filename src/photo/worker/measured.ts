import type { Size } from '../../geometry/spaces.ts';
import { measurePhoto } from '../../report/measure.ts';
import type { Pixels } from '../../report/pixels.ts';
import type { PhotoReport } from '../../report/report.ts';
import { createHalver } from './halve.ts';
import { levelSizes } from './pyramid.ts';
import { type Area, createCutter } from './tiles.ts';

/** What is measured of a photo at its full resolution: more would only take longer. Whole blocks of JPEG. */
const MIDDLE_SIDE = 1024;
const BLOCK = 8;

export function pixelsOf(
  picture: ImageBitmap,
  area: Area = { x: 0, y: 0, width: picture.width, height: picture.height },
): Pixels {
  const { width, height } = area;
  const { data } = createCutter(picture, area).cut(area).getImageData(0, 0, width, height);
  return { size: { width, height }, rgba: data };
}

/** Calls back with each row of a photo, or of a part, top to bottom: opaque RGBA, reused for the next. */
type Rows = (visit: (row: Uint8ClampedArray) => void, part?: Area) => void;

/** What is wrong with a photo of which there is nothing yet but its rows. */
export function measureRows(photo: Size, rows: Rows): PhotoReport {
  const middle = middleOf(photo);
  const native = new Uint8ClampedArray(middle.width * middle.height * 4);
  rows(filling(native, middle.width), middle);
  const { width, height } = middle;
  return measurePhoto(shrunkPixels(photo, rows), { size: { width, height }, rgba: native });
}

/** The middle of a photo at full resolution. */
export function middleOf({ width, height }: Size): Area {
  const [x, across] = middleRange(width);
  const [y, down] = middleRange(height);
  return { x, y, width: across, height: down };
}

function filling(rgba: Uint8ClampedArray, width: number): (row: Uint8ClampedArray) => void {
  let at = 0;
  return (row) => {
    rgba.set(row.subarray(0, width * 4), at);
    at += width * 4;
  };
}

function middleRange(side: number): [from: number, length: number] {
  const length = Math.min(side, MIDDLE_SIDE);
  return [Math.floor((side - length) / 2 / BLOCK) * BLOCK, length];
}

/** As the smallest of its levels, without making the others. */
function shrunkPixels(photo: Size, rows: Rows): Pixels {
  const sizes = levelSizes(photo);
  const size = sizes.at(-1) ?? photo;
  const rgba = new Uint8ClampedArray(size.width * size.height * 4);
  let sink = { push: filling(rgba, size.width), finish() {} };
  // From the smallest up, since each feeds the next smaller one.
  for (const k of [...sizes.keys()].reverse()) {
    const below = sink;
    const halver = createHalver(sizes[k - 1]?.width ?? photo.width, below.push);
    sink = {
      push: halver.push,
      finish() {
        halver.finish();
        below.finish();
      },
    };
  }
  rows(sink.push);
  sink.finish();
  return { size, rgba };
}
