import type { ImagePoint } from '../geometry/spaces.ts';
import type { Mask } from './mask.ts';
import { type Parts, partAt, partsOf } from './parts.ts';
import { addToMask, complementOf, subtractFromMask } from './patch.ts';
import { startRuns } from './runs.ts';

/** Pieces of a mask, or of what it leaves out, and how many they are. */
export interface Pieces {
  readonly pixels: Mask;
  readonly count: number;
}

/** Fills the holes of at most so many pixels. */
export function fillHoles(mask: Mask, most: number): Mask {
  return addToMask(mask, holesOf(mask, most).pixels);
}

/** Drops the parts of at most so many pixels; all of them, if none is larger. */
export function dropSpecks(mask: Mask, most: number): Mask {
  return subtractFromMask(mask, specksOf(mask, most).pixels);
}

/**
 * The holes of at most so many pixels, but for those that hold one of the points. A hole is background that
 * doesn't reach the photo's edge.
 */
export function holesOf(mask: Mask, most: number, meant: readonly ImagePoint[] = []): Pieces {
  const outside = partsOf(complementOf(mask), 'corners');
  const areas = partAreas(outside);
  const reachesEdge = partsOnEdge(outside, mask);
  return piecesOf(outside, mask, meant, (part) => !reachesEdge[part] && (areas[part] ?? 0) <= most);
}

/** The parts of at most so many pixels, but for those that hold one of the points. */
export function specksOf(mask: Mask, most: number, meant: readonly ImagePoint[] = []): Pieces {
  const parts = partsOf(mask);
  const areas = partAreas(parts);
  return piecesOf(parts, mask, meant, (part) => (areas[part] ?? 0) <= most);
}

function piecesOf(
  parts: Parts,
  mask: Mask,
  meant: readonly ImagePoint[],
  isSmall: (part: number) => boolean,
): Pieces {
  const meantParts = new Set(meant.map(({ x, y }) => partAt(parts, Math.floor(x), Math.floor(y))));
  const isTaken = Uint8Array.from({ length: parts.count }, (_, part) =>
    isSmall(part) && !meantParts.has(part) ? 1 : 0,
  );
  const count = isTaken.reduce((sum, is) => sum + is, 0);
  return { count, pixels: maskOfParts(parts, mask, (part) => isTaken[part] === 1) };
}

/** Each part as a mask of its own, top to bottom. Pixels that touch only at a corner are apart. */
export function splitMask(mask: Mask): Mask[] {
  const { width, height } = mask.size;
  const { count, part, rowStart, x0, x1 } = partsOf(mask);
  const runs = Array.from({ length: count }, () => startRuns(mask.size));
  for (let y = 0; y < height; y++) {
    for (let span = rowStart[y] ?? 0; span < (rowStart[y + 1] ?? 0); span++) {
      const { toggleAt } = runs[part[span] ?? 0] ?? startRuns(mask.size);
      toggleAt(y * width + (x0[span] ?? 0));
      toggleAt(y * width + (x1[span] ?? 0));
    }
  }
  return runs.map((builder) => builder.build());
}

/** How many parts and holes a mask has. */
export function countParts(mask: Mask): { parts: number; holes: number } {
  const outside = partsOf(complementOf(mask), 'corners');
  const onEdge = partsOnEdge(outside, mask).reduce((sum, is) => sum + is, 0);
  return { parts: partsOf(mask).count, holes: outside.count - onEdge };
}

/** Pixels in each part. */
export function partAreas({ count, part, x0, x1 }: Parts): Float64Array {
  const areas = new Float64Array(count);
  part.forEach((of, span) => {
    areas[of] = (areas[of] ?? 0) + (x1[span] ?? 0) - (x0[span] ?? 0);
  });
  return areas;
}

/** 1 for each part that reaches the photo's edge. */
function partsOnEdge({ count, part, rowStart, x0, x1 }: Parts, { size }: Mask): Uint8Array {
  const reaches = new Uint8Array(count);
  const [secondRow, lastRow] = [rowStart[1] ?? 0, rowStart[size.height - 1] ?? 0];
  part.forEach((of, span) => {
    const isEndRow = span < secondRow || span >= lastRow;
    if (isEndRow || x0[span] === 0 || x1[span] === size.width) reaches[of] = 1;
  });
  return reaches;
}

/** The pixels of those parts, as a mask of the other one's size. */
export function maskOfParts(
  { part, rowStart, x0, x1 }: Parts,
  { size }: Mask,
  keeps: (part: number) => boolean,
): Mask {
  const runs = startRuns(size);
  for (let y = 0; y < size.height; y++) {
    for (let span = rowStart[y] ?? 0; span < (rowStart[y + 1] ?? 0); span++) {
      if (!keeps(part[span] ?? 0)) continue;
      runs.toggleAt(y * size.width + (x0[span] ?? 0));
      runs.toggleAt(y * size.width + (x1[span] ?? 0));
    }
  }
  return runs.build();
}
