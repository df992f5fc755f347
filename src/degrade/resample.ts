import type { Size } from '../geometry/spaces.ts';
import type { Plane } from '../report/pixels.ts';
import { mapChannels, type Photo } from './photo.ts';

/** As OpenCV names and does them: only `area` antialiases. */
export const WAYS = ['area', 'linear', 'cubic'] as const;
export type Way = (typeof WAYS)[number];

/** For each output sample its first input sample and as many weights as `stride`. */
interface Taps {
  readonly first: Int32Array;
  readonly weights: Float32Array;
  readonly stride: number;
}

export function resizePhoto(photo: Photo, to: Size, way: Way): Photo {
  return mapChannels(photo, (plane) => resizePlane(plane, to, way));
}

/** First along rows, then along columns. */
export function resizePlane({ size, values }: Plane, to: Size, way: Way): Plane {
  const across = tapsOf(size.width, to.width, way);
  const down = tapsOf(size.height, to.height, way);
  const narrowed = new Float32Array(to.width * size.height);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < to.width; x++) {
      let sum = 0;
      for (let k = 0; k < across.stride; k++) {
        const from = inside((across.first[x] ?? 0) + k, size.width);
        sum += (values[y * size.width + from] ?? 0) * (across.weights[x * across.stride + k] ?? 0);
      }
      narrowed[y * to.width + x] = sum;
    }
  }
  const out = new Float32Array(to.width * to.height);
  for (let y = 0; y < to.height; y++) {
    const start = y * to.width;
    for (let k = 0; k < down.stride; k++) {
      const weight = down.weights[y * down.stride + k] ?? 0;
      if (weight === 0) continue;
      const from = inside((down.first[y] ?? 0) + k, size.height) * to.width;
      for (let x = 0; x < to.width; x++)
        out[start + x] = (out[start + x] ?? 0) + (narrowed[from + x] ?? 0) * weight;
    }
  }
  return { size: to, values: out };
}

function inside(index: number, length: number): number {
  return index < 0 ? 0 : index >= length ? length - 1 : index;
}

function tapsOf(from: number, to: number, way: Way): Taps {
  const scale = from / to;
  const shrinks = scale > 1;
  const stride = way === 'cubic' ? 4 : way === 'area' && shrinks ? Math.ceil(scale) + 1 : 2;
  const taps: Taps = {
    first: new Int32Array(to),
    weights: new Float32Array(to * stride),
    stride,
  };
  for (let i = 0; i < to; i++) {
    const set = (first: number, weights: readonly number[]) => {
      taps.first[i] = first;
      taps.weights.set(weights, i * stride);
    };
    if (way === 'area') set(...(shrinks ? covered(i, scale, stride) : enlarged(i, scale)));
    else {
      const center = (i + 0.5) * scale - 0.5;
      const first = Math.floor(center);
      if (way === 'linear') set(first, [first + 1 - center, center - first]);
      else set(first - 1, cubic(center - first));
    }
  }
  return taps;
}

/** How much of each input sample lies below the output sample. */
function covered(i: number, scale: number, stride: number): [number, number[]] {
  const [start, end] = [i * scale, (i + 1) * scale];
  const first = Math.floor(start);
  const weights = Array.from({ length: stride }, (_, k) =>
    Math.max(0, (Math.min(end, first + k + 1) - Math.max(start, first + k)) / scale),
  );
  return [first, weights];
}

/** OpenCV's: the nearest sample but for those that lie across an edge of two. */
function enlarged(i: number, scale: number): [number, number[]] {
  const first = Math.floor(i * scale);
  const part = i + 1 - (first + 1) / scale;
  const share = part <= 0 ? 0 : part - Math.floor(part);
  return [first, [1 - share, share]];
}

/** Keys' kernel with a = -0.75. */
function cubic(part: number): number[] {
  const a = -0.75;
  const near = (x: number) => ((a + 2) * x - (a + 3)) * x * x + 1;
  const far = (x: number) => ((a * x - 5 * a) * x + 8 * a) * x - 4 * a;
  return [far(1 + part), near(part), near(1 - part), far(2 - part)];
}
