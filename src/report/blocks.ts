import { type Plane, turned } from './pixels.ts';

/** JPEG's blocks. */
const BLOCK = 8;
/** Grey levels: an edge of the scene that happens to lie on the grid counts no more than this. */
const MOST_STEP = 12;

/** Grey levels that a picture has of steps anyway; a flat one would be divided by nothing. */
const LEAST_STEP = 0.3;

/**
 * How many times as steep a picture is across the edges of JPEG's blocks as inside them: about 1 without blocks. A step is what goes beyond its
 * neighbours on either side (Wang, Bovik and Evans, 2000). Of all eight places that the grid may have, since a photo may have been cropped.
 */
export function blockiness(luma: Plane): number {
  return (stepsOnGrid(luma) + stepsOnGrid(turned(luma))) / 2;
}

function stepsOnGrid({ size: { width, height }, values }: Plane): number {
  if (width < 3 * BLOCK || height < 3 * BLOCK) return 0;
  const sums = new Float64Array(BLOCK);
  const counts = new Uint32Array(BLOCK);
  for (let x = 1; x < width - 2; x++) {
    let sum = 0;
    for (let y = 0; y < height; y++) sum += stepAt(values, y * width + x);
    const place = x % BLOCK;
    sums[place] = (sums[place] ?? 0) + sum;
    counts[place] = (counts[place] ?? 0) + height;
  }
  const means = [...sums].map((sum, i) => sum / (counts[i] ?? 1)).sort((a, b) => a - b);
  const most = means[BLOCK - 1] ?? 0;
  const middle = ((means[3] ?? 0) + (means[4] ?? 0)) / 2;
  return most / (middle + LEAST_STEP);
}

/** Between a pixel and the next one, beyond the steps on both sides. */
function stepAt(values: Float32Array, at: number): number {
  const here = Math.abs((values[at + 1] ?? 0) - (values[at] ?? 0));
  const before = Math.abs((values[at] ?? 0) - (values[at - 1] ?? 0));
  const after = Math.abs((values[at + 2] ?? 0) - (values[at + 1] ?? 0));
  return Math.min(MOST_STEP, Math.max(0, here - (before + after) / 2));
}
