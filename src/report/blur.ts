import { type Plane, turned } from './pixels.ts';

/** Length of the low-pass filter that the picture is compared with. */
const FILTER = 11;

/**
 * Perceptual blur, 0 sharp to 1 blurred, by Crete, Dolmiere, Ladret and Nicolas (2007): how little of its edges a
 * picture loses when it is blurred once more. The worse of both directions; 0 where there is no edge.
 */
export function perceptualBlur(luma: Plane): number {
  return Math.max(blurAlongRows(luma), blurAlongRows(turned(luma)));
}

function blurAlongRows({ size: { width, height }, values }: Plane): number {
  if (width < 5 || height < 5) return 0;
  const smooth = smoothedAlongRows(values, width, height);
  let [edges, lost] = [0, 0];
  for (let y = 2; y < height - 1; y++) {
    for (let x = 2; x < width - 1; x++) {
      const at = y * width + x;
      const sharp = sobelAt(values, at, width);
      edges += sharp;
      lost += Math.max(0, sharp - sobelAt(smooth, at, width));
    }
  }
  return edges < 1e-6 ? 0 : (edges - lost) / edges;
}

/** |d/dx|, smoothed across. */
function sobelAt(values: Float32Array, at: number, width: number): number {
  const above = (values[at - width + 1] ?? 0) - (values[at - width - 1] ?? 0);
  const here = (values[at + 1] ?? 0) - (values[at - 1] ?? 0);
  const below = (values[at + width + 1] ?? 0) - (values[at + width - 1] ?? 0);
  return Math.abs(above + 2 * here + below) / 8;
}

/** A running mean; beyond its ends a row goes on as its mirror image. */
function smoothedAlongRows(values: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(values.length);
  const half = (FILTER - 1) / 2;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const mirrored = (x: number) => values[row + mirror(x, width)] ?? 0;
    let sum = 0;
    for (let x = -half; x < half; x++) sum += mirrored(x);
    for (let x = 0; x < width; x++) {
      sum += mirrored(x + half);
      out[row + x] = sum / FILTER;
      sum -= mirrored(x - half);
    }
  }
  return out;
}

function mirror(x: number, width: number): number {
  const at = x < 0 ? -x - 1 : x >= width ? 2 * width - 1 - x : x;
  return Math.min(Math.max(at, 0), width - 1);
}

/** The direction that a picture's gradients avoid: that of the motion which blurred it. */
export interface Direction {
  /** Counter-clockwise from the right, 0 to 180 degrees. */
  readonly degrees: number;
  /** 0: gradients of all directions are as strong; 1: all are of one. */
  readonly strength: number;
}

/**
 * The structure tensor of the whole picture (Bigün and Granlund, 1987): motion leaves edges along its own direction
 * and wipes out the others.
 */
export function gradientDirection({ size: { width, height }, values }: Plane): Direction {
  let [xx, xy, yy] = [0, 0, 0];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const dx = (values[at + 1] ?? 0) - (values[at - 1] ?? 0);
      const dy = (values[at + width] ?? 0) - (values[at - width] ?? 0);
      // By its root, so one strong edge does not outvote the rest of the picture.
      const weight = 1 / (Math.hypot(dx, dy) + 4);
      xx += dx * dx * weight;
      xy += dx * dy * weight;
      yy += dy * dy * weight;
    }
  }
  const sum = xx + yy;
  if (sum < 1e-6) return { degrees: 0, strength: 0 };
  // Across the strongest gradients; the picture's y goes down.
  const across = 0.5 * Math.atan2(2 * xy, xx - yy) + Math.PI / 2;
  const degrees = ((-across * 180) / Math.PI + 360) % 180;
  return { degrees, strength: Math.hypot(xx - yy, 2 * xy) / sum };
}
