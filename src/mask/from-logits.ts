import type { Size } from '../geometry/spaces.ts';
import type { Mask } from './mask.ts';
import { type RunBuilder, startRuns } from './runs.ts';

export interface LowResolutionLogits {
  /** float32, row-major, `logitsSize` x `logitsSize`; covers the model's whole square input. */
  readonly logits: Float32Array;
  readonly logitsSize: number;
  /** Side of the model's square input in pixels. */
  readonly inputSide: number;
  /** The part of that square which shows the photo; the rest is padding and doesn't count. */
  readonly input: Size;
  /** The photo at full resolution. */
  readonly photo: Size;
  /** Foreground is above it. */
  readonly threshold: number;
}

/**
 * The mask at the photo's full resolution: the logits are upsampled once, bilinearly between pixel
 * centres (torch's align_corners=False), and then thresholded, so edges are smooth and not shifted.
 * Along a row the upsampled values are straight lines between logits columns, so the
 * crossings are computed and no pixel is visited: the cost grows with rows and outline, not area.
 */
export function maskFromLogits(source: LowResolutionLogits): Mask {
  const { photo, threshold } = source;
  const column = axis(source, photo.width, source.input.width);
  const line = axis(source, photo.height, source.input.height);
  const values = new Float64Array(column.count);
  const runs = startRuns(photo);
  let inside = false;
  for (let y = 0; y < photo.height; y++) {
    interpolateLine(source, (y + 0.5) * line.step - 0.5, line.count, values);
    inside = addRow(runs, y * photo.width, photo.width, values, threshold, column.step, inside);
  }
  return runs.build();
}

/** Logits cells per photo pixel, and how many logits lie on the photo, along one axis. */
function axis(source: LowResolutionLogits, photoLength: number, inputLength: number) {
  const onPhoto = (inputLength * source.logitsSize) / source.inputSide;
  return {
    step: onPhoto / photoLength,
    count: Math.min(source.logitsSize, Math.max(1, Math.ceil(onPhoto))),
  };
}

/** Fills `values` with the logits at the fractional line `at`, clamped to the lines on the photo. */
function interpolateLine(
  { logits, logitsSize }: LowResolutionLogits,
  at: number,
  lines: number,
  values: Float64Array,
): void {
  const clamped = Math.min(Math.max(at, 0), lines - 1);
  const upper = Math.floor(clamped);
  const weight = clamped - upper;
  const from = upper * logitsSize;
  const below = Math.min(upper + 1, lines - 1) * logitsSize;
  for (let i = 0; i < values.length; i++) {
    const value = logits[from + i] ?? 0;
    values[i] = value + weight * ((logits[below + i] ?? 0) - value);
  }
}

/** Adds one photo row that starts at pixel index `start`; returns on which side it ends. */
// biome-ignore lint/complexity/useMaxParams: bare numbers, so nothing is allocated for a row.
function addRow(
  runs: RunBuilder,
  start: number,
  width: number,
  values: Float64Array,
  threshold: number,
  step: number,
  insideBefore: boolean,
): boolean {
  let left = (values[0] ?? 0) - threshold;
  let inside = insideBefore;
  if (left > 0 !== inside) {
    runs.toggleAt(start);
    inside = !inside;
  }
  for (let i = 1; i < values.length; i++) {
    const right = (values[i] ?? 0) - threshold;
    if (right > 0 !== left > 0) {
      const x = firstPixelAfter(i - 1 + left / (left - right), right > 0, step);
      // Crossings past the last pixel centre are not seen in this row.
      if (x >= width) return inside;
      runs.toggleAt(start + x);
      inside = !inside;
    }
    left = right;
  }
  return inside;
}

/** First photo pixel on the far side of a crossing at a fractional logits column; the crossing itself is background. */
function firstPixelAfter(crossing: number, rising: boolean, step: number): number {
  const pixel = (crossing + 0.5) / step - 0.5;
  return Math.max(0, rising ? Math.floor(pixel) + 1 : Math.ceil(pixel));
}
