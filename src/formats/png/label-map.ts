import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { forEachForegroundRun } from '../../mask/runs.ts';

/** One number a pixel, row-major; 0: none of the masks. Later masks lie on top. */
export type LabelMap = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

const MOST_IN_A_BYTE = 254;

/** `numbers` are the masks' own, from 1; in bytes while 255, which means "void" to many, stays free. */
export function paintLabels(
  masks: readonly Mask[],
  numbers: readonly number[],
  size: Size,
): LabelMap {
  const pixels = size.width * size.height;
  const most = numbers.reduce((highest, number) => Math.max(highest, number), 0);
  const labels = most <= MOST_IN_A_BYTE ? new Uint8Array(pixels) : new Uint16Array(pixels);
  for (const [i, mask] of masks.entries()) {
    forEachForegroundRun(mask, (start, end) => labels.fill(numbers[i] ?? 0, start, end));
  }
  return labels;
}

/** What is seen of one label. */
export interface LabelExtent {
  readonly area: number;
  /** Left, top, width, height. */
  readonly box: readonly [number, number, number, number];
}

/** By label from 0 to `most`, in one walk over the pixels; null where nothing is seen. */
export function labelExtents(
  labels: LabelMap,
  width: number,
  most: number,
): (LabelExtent | null)[] {
  const area = new Float64Array(most + 1);
  const [x0, y0] = [new Float64Array(most + 1).fill(Infinity), new Float64Array(most + 1)];
  const [x1, y1] = [new Float64Array(most + 1), new Float64Array(most + 1)];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0;
    const x = i % width;
    if (area[label] === 0) y0[label] = (i - x) / width;
    area[label] = (area[label] ?? 0) + 1;
    y1[label] = (i - x) / width;
    if (x < (x0[label] ?? 0)) x0[label] = x;
    if (x > (x1[label] ?? 0)) x1[label] = x;
  }
  return Array.from(area, (count, label) => {
    const [left, top] = [x0[label] ?? 0, y0[label] ?? 0];
    const [right, bottom] = [(x1[label] ?? 0) + 1, (y1[label] ?? 0) + 1];
    return count > 0 ? { area: count, box: [left, top, right - left, bottom - top] } : null;
  });
}
