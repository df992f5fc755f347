import type { Pixels } from '../../report/pixels.ts';
import { createHalver } from './halve.ts';
import { levelSizes } from './pyramid.ts';
import { forEachRow } from './rows.ts';
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

/** The middle of a photo at full resolution. */
export function middleOf(picture: ImageBitmap): Pixels {
  const [x, width] = middleRange(picture.width);
  const [y, height] = middleRange(picture.height);
  return pixelsOf(picture, { x, y, width, height });
}

function middleRange(side: number): [from: number, length: number] {
  const length = Math.min(side, MIDDLE_SIDE);
  return [Math.floor((side - length) / 2 / BLOCK) * BLOCK, length];
}

/** As the smallest of its levels, without making the others. */
export function shrunkPixels(picture: ImageBitmap): Pixels {
  const sizes = levelSizes(picture);
  const size = sizes.at(-1) ?? { width: picture.width, height: picture.height };
  const rgba = new Uint8ClampedArray(size.width * size.height * 4);
  let at = 0;
  let sink = {
    push(row: Uint8ClampedArray) {
      rgba.set(row.subarray(0, size.width * 4), at);
      at += size.width * 4;
    },
    finish() {},
  };
  // From the smallest up, since each feeds the next smaller one.
  for (const k of [...sizes.keys()].reverse()) {
    const below = sink;
    const halver = createHalver(sizes[k - 1]?.width ?? picture.width, below.push);
    sink = {
      push: halver.push,
      finish() {
        halver.finish();
        below.finish();
      },
    };
  }
  forEachRow(picture, sink.push);
  sink.finish();
  return { size, rgba };
}
