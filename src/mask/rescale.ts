import type { Size } from '../geometry/spaces.ts';
import type { Mask } from './mask.ts';
import { startRuns } from './runs.ts';
import { spansOf } from './spans.ts';

/** The mask stretched to another size: what covers the middle of a row, and edges at their shares of it. */
export function rescaleMask(mask: Mask, size: Size): Mask {
  const { rowStart, x0, x1 } = spansOf(mask);
  const scale = size.width / mask.size.width;
  const runs = startRuns(size);
  for (let y = 0; y < size.height; y++) {
    const row = Math.floor(((y + 0.5) * mask.size.height) / size.height);
    for (let i = rowStart[row] ?? 0; i < (rowStart[row + 1] ?? 0); i++) {
      runs.toggleAt(y * size.width + Math.round((x0[i] ?? 0) * scale));
      runs.toggleAt(y * size.width + Math.round((x1[i] ?? 0) * scale));
    }
  }
  return runs.build();
}
