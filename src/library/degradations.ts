import { degrade } from '../degrade/registry.ts';
import type { DegradationName } from '../degrade/stack.ts';
import type { PhotoPixels } from './api.ts';

export { DEGRADATION_NAMES, type DegradationName } from '../degrade/stack.ts';
export type { PhotoPixels } from './api.ts';

/** One degradation of a stack. */
export interface DegradationStep {
  readonly name: DegradationName;
  /** 0 to 1; 0.5 is as strong as in the paper. */
  readonly severity: number;
}

/** Degraded pixels: RGBA, 8 bits each, row-major [height, width, 4], opaque. */
export interface DegradedPixels extends PhotoPixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Makes a photo worse on purpose, as training does: one step after the other. The same steps and seed (an integer)
 * give the same pixels. Runs at once, on the caller's thread. Throws a RangeError for a severity outside 0 to 1.
 */
export function degradePixels(
  { width, height, data }: PhotoPixels,
  steps: readonly DegradationStep[],
  seed = 0,
): DegradedPixels {
  if (data.length !== width * height * 4) {
    throw new RangeError(`${width} x ${height} pixels came with ${data.length} values`);
  }
  const photo = { size: { width, height }, rgba: Uint8ClampedArray.from(data) };
  const { size, rgba } = degrade(photo, { steps, seed });
  return { ...size, data: rgba };
}
