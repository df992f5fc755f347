import type { Size } from '../geometry/spaces.ts';
import type { Mask } from './mask.ts';
import { forEachForegroundRun, startRuns } from './runs.ts';

/** The pixels in any of the masks, which all have this size. */
export function uniteMasks(masks: readonly Mask[], size: Size): Mask {
  const [only] = masks;
  if (only && masks.length === 1) return only;
  const pieces: [start: number, end: number][] = [];
  for (const mask of masks) {
    forEachForegroundRun(mask, (start, end) => pieces.push([start, end]));
  }
  pieces.sort(([a], [b]) => a - b);
  const runs = startRuns(size);
  let covered = 0;
  for (const [start, end] of pieces) {
    if (end <= covered) continue;
    // Where it goes on from the piece before, the end there is taken back.
    runs.toggleAt(Math.max(start, covered));
    runs.toggleAt(end);
    covered = end;
  }
  return runs.build();
}
