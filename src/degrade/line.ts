import type { Plane } from '../report/pixels.ts';
import { filterPlane, type Tap } from './filter.ts';

/** Pixels; a longer line is a short one, repeated. */
const LONGEST = 64;

/** The mean along a line through each pixel; `length` in pixels, `angle` in radians. */
export function alongLine(plane: Plane, length: number, angle: number): Plane {
  if (length <= LONGEST) return filterPlane(plane, lineTaps(length, angle));
  const times = Math.ceil(Math.sqrt(length));
  const part = length / times;
  return filterPlane(filterPlane(plane, lineTaps(part, angle)), repeatedTaps(times, part, angle));
}

/** An antialiased line through the middle, sum 1. */
function lineTaps(length: number, angle: number): Tap[] {
  const side = Math.ceil(length) | 1;
  const half = (side - 1) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const taps: Tap[] = [];
  for (let dy = -half; dy <= half; dy++)
    for (let dx = -half; dx <= half; dx++) {
      const [along, across] = [dx * cos + dy * sin, -dx * sin + dy * cos];
      const weight = share(1 - Math.abs(across)) * share(length / 2 + 0.5 - Math.abs(along));
      if (weight > 0) taps.push({ dx, dy, weight });
    }
  return sumToOne(taps);
}

/** Points on the line, `apart` from each other, each shared out among the pixels around it. */
function repeatedTaps(times: number, apart: number, angle: number): Tap[] {
  const taps: Tap[] = [];
  for (let i = 0; i < times; i++) {
    const along = (i - (times - 1) / 2) * apart;
    const [x, y] = [along * Math.cos(angle), along * Math.sin(angle)];
    const [dx, dy] = [Math.floor(x), Math.floor(y)];
    const [right, low] = [x - dx, y - dy];
    taps.push(
      { dx, dy, weight: (1 - right) * (1 - low) },
      { dx: dx + 1, dy, weight: right * (1 - low) },
      { dx, dy: dy + 1, weight: (1 - right) * low },
      { dx: dx + 1, dy: dy + 1, weight: right * low },
    );
  }
  return sumToOne(taps);
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function sumToOne(taps: readonly Tap[]): Tap[] {
  const total = taps.reduce((sum, { weight }) => sum + weight, 0);
  return taps.map(({ dx, dy, weight }) => ({ dx, dy, weight: weight / total }));
}
