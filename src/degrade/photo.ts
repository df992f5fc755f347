import type { Size } from '../geometry/spaces.ts';
import type { Plane } from '../report/pixels.ts';

/** What is degraded, and what comes of it: RGBA, uint8, row-major [height, width, 4], opaque. */
export interface Photo {
  readonly size: Size;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

const CHANNELS = [0, 1, 2] as const;

/** Black and opaque. */
export function emptyPhoto(size: Size): Photo {
  const rgba = new Uint8ClampedArray(size.width * size.height * 4);
  for (let o = 3; o < rgba.length; o += 4) rgba[o] = 255;
  return { size, rgba };
}

function channelOf({ size, rgba }: Photo, channel: number): Plane {
  const values = new Float32Array(size.width * size.height);
  for (let i = 0, o = channel; i < values.length; i++, o += 4) values[i] = rgba[o] ?? 0;
  return { size, values };
}

/** Channel by channel, so only one of them is held as floats; rounded and cut off to 8 bits. */
export function mapChannels(photo: Photo, map: (plane: Plane, channel: number) => Plane): Photo {
  let made: Photo | null = null;
  for (const channel of CHANNELS) {
    const { size, values } = map(channelOf(photo, channel), channel);
    made ??= emptyPhoto(size);
    for (let i = 0, o = channel; i < values.length; i++, o += 4) made.rgba[o] = values[i] ?? 0;
  }
  return made ?? photo;
}

/** Each value alone: `map` gets value, index of the pixel, and channel. */
export function mapValues(
  { size, rgba }: Photo,
  map: (value: number, pixel: number, channel: number) => number,
): Photo {
  const made = emptyPhoto(size);
  for (let i = 0, o = 0; o < rgba.length; i++, o += 4)
    for (let channel = 0; channel < 3; channel++)
      made.rgba[o + channel] = map(rgba[o + channel] ?? 0, i, channel);
  return made;
}
