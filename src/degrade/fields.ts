import type { Size } from '../geometry/spaces.ts';
import type { Plane } from '../report/pixels.ts';
import { alongLine } from './line.ts';
import type { Random } from './random.ts';
import { resizePlane } from './resample.ts';

/** Random fields that degradations are made of. A photo and a smaller copy of it get the same ones. */

/** Specks are drawn on at most so many pixels of the long side and enlarged: they are smooth. */
const DRAWN_SIDE = 1024;

export function field(size: Size, value: () => number): Plane {
  return { size, values: Float32Array.from({ length: size.width * size.height }, value) };
}

/** Clouds in 0..1 with features about `cell` pixels large. */
export function smoothNoise(random: Random, size: Size, cell: number): Plane {
  const coarse = {
    width: Math.max(2, Math.round(size.width / cell) + 2),
    height: Math.max(2, Math.round(size.height / cell) + 2),
  };
  const cloud = resizePlane(field(coarse, random.next), size, 'cubic');
  return { size, values: cloud.values.map((value) => Math.min(1, Math.max(0, value))) };
}

interface Specks {
  /** Share of the cells of `size` pixels that hold one; a higher share keeps those of a lower one. */
  readonly share: number;
  readonly size: number;
  /** Pixels by which they are drawn out, and in which direction. */
  readonly length: number;
  readonly angle: number;
}

/** In 0..1. */
export function fallingSpecks(
  random: Random,
  photo: Size,
  { share, size, length, angle }: Specks,
): Plane {
  const cells = {
    width: Math.max(1, Math.round(photo.width / size)),
    height: Math.max(1, Math.round(photo.height / size)),
  };
  const scattered = field(cells, () => (random.next() < share ? 1 : 0));
  const smaller = Math.max(1, Math.max(photo.width, photo.height) / DRAWN_SIDE);
  const drawn = {
    width: Math.max(1, Math.round(photo.width / smaller)),
    height: Math.max(1, Math.round(photo.height / smaller)),
  };
  const specks = alongLine(
    resizePlane(scattered, drawn, 'linear'),
    Math.max(length / smaller, 1),
    angle,
  );
  const gain = Math.max(1, length / size);
  const bright = { size: drawn, values: specks.values.map((value) => Math.min(1, value * gain)) };
  return smaller === 1 ? bright : resizePlane(bright, photo, 'linear');
}
