import type { Mask } from './mask.ts';
import { forEachSpan, startRuns } from './runs.ts';
import { transposeMask } from './transpose.ts';

/** How a picture whose sides change places is shown upright, as EXIF numbers it; 6: a quarter turn to the right, 8: to the left. */
export type Turn = 5 | 6 | 7 | 8;

/** The mask of a picture that is turned. */
export function turnMask(mask: Mask, turn: Turn): Mask {
  const mirrored = transposeMask(mask);
  switch (turn) {
    case 5:
      return mirrored;
    case 6:
      return flipSideways(mirrored);
    case 7:
      return flipBothWays(mirrored);
    case 8:
      return flipBothWays(flipSideways(mirrored));
  }
}

/** Left and right change places. */
function flipSideways(mask: Mask): Mask {
  const { width } = mask.size;
  const runs = startRuns(mask.size);
  let row: [x0: number, x1: number][] = [];
  let rowY = 0;
  const closeRow = () => {
    for (const [x0, x1] of row.toReversed()) {
      runs.toggleAt(rowY * width + width - x1);
      runs.toggleAt(rowY * width + width - x0);
    }
    row = [];
  };
  forEachSpan(mask, (y, x0, x1) => {
    if (y !== rowY) closeRow();
    rowY = y;
    row.push([x0, x1]);
  });
  closeRow();
  return runs.build();
}

/** Half a turn: the pixels from the last to the first. */
function flipBothWays({ size, runs }: Mask): Mask {
  const endsInside = runs.length % 2 === 0;
  const reversed = runs.toReversed();
  const hasEmptyEnd = reversed.at(-1) === 0 && reversed.length > 1;
  const kept = hasEmptyEnd ? reversed.subarray(0, -1) : reversed;
  return { size, runs: endsInside ? Uint32Array.of(0, ...kept) : kept };
}
