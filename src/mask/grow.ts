import type { Mask } from './mask.ts';
import { complementOf } from './patch.ts';
import { startRuns } from './runs.ts';
import { type Spans, spansOf } from './spans.ts';

/** The pixels of the photo within `radius` pixels of the mask, from centre to centre, or of another reach. */
export function growMask(mask: Mask, radius: number, halves = halfWidths(radius)): Mask {
  const { width, height } = mask.size;
  const spans = spansOf(mask);
  const reach = new Int32Array(width + 1);
  const runs = startRuns(mask.size);
  for (let y = 0; y < height; y++) {
    const ends = addReaches(reach, spans, halves, y, width);
    joinReaches(reach, ends, y * width, runs.toggleAt);
  }
  return runs.build();
}

/** The pixels with no background within `radius` pixels. What lies beyond the photo's edge doesn't count as background. */
export function shrinkMask(mask: Mask, radius: number, halves = halfWidths(radius)): Mask {
  return complementOf(growMask(complementOf(mask), radius, halves));
}

/** How far a disc about a pixel's centre reaches to the side, in whole pixels, by distance in rows. */
export function halfWidths(radius: number): Int32Array {
  return Int32Array.from({ length: Math.floor(radius) + 1 }, (_, dy) =>
    Math.floor(Math.sqrt(radius * radius - dy * dy)),
  );
}

/** Notes by its start how far each widened span reaches; returns where they begin and end. */
function addReaches(
  reach: Int32Array,
  { rowStart, x0, x1 }: Spans,
  halves: Int32Array,
  y: number,
  width: number,
): { from: number; to: number } {
  let [from, to] = [width, 0];
  const height = rowStart.length - 1;
  const last = Math.min(height - 1, y + halves.length - 1);
  for (let row = Math.max(0, y - halves.length + 1); row <= last; row++) {
    const half = halves[Math.abs(row - y)] ?? 0;
    for (let span = rowStart[row] ?? 0; span < (rowStart[row + 1] ?? 0); span++) {
      const start = Math.max(0, (x0[span] ?? 0) - half);
      const end = Math.min(width, (x1[span] ?? 0) + half);
      if (end > (reach[start] ?? 0)) reach[start] = end;
      if (start < from) from = start;
      if (end > to) to = end;
    }
  }
  return { from, to };
}

/** Walks the row once and leaves `reach` as it was, all zero. */
function joinReaches(
  reach: Int32Array,
  { from, to }: { from: number; to: number },
  rowStart: number,
  toggleAt: (index: number) => void,
): void {
  let covered = -1;
  for (let x = from; x < to; x++) {
    const end = reach[x] ?? 0;
    if (end === 0) continue;
    reach[x] = 0;
    if (end <= covered) continue;
    toggleAt(rowStart + Math.max(x, covered));
    toggleAt(rowStart + end);
    covered = end;
  }
}
