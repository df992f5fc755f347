import type { Size } from '../geometry/spaces.ts';
import type { Mask } from './mask.ts';
import { startRuns } from './runs.ts';

/**
 * A mask from row-major run lengths, background first, as others write them: runs of 0 may stand
 * anywhere. Throws a RangeError when they don't add up to the size.
 */
export function maskFromCounts(counts: Iterable<number>, size: Size): Mask {
  const pixels = size.width * size.height;
  const runs = startRuns(size);
  let position = 0;
  let isFirst = true;
  for (const count of counts) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError('a run length is no count');
    if (!isFirst) runs.toggleAt(position);
    isFirst = false;
    position += count;
    if (position > pixels) throw new RangeError('the run lengths leave the picture');
  }
  if (position !== pixels) throw new RangeError('the run lengths do not fill the picture');
  return runs.build();
}
