import type { Mask } from './mask.ts';
import { requireSameSize, startRuns } from './runs.ts';

/** The pixels in one of two masks and not in the other. Throws a RangeError when the sizes differ. */
export function maskDifference(a: Mask, b: Mask): Mask {
  requireSameSize(a, b);
  const runs = startRuns(a.size);
  const [ends, others] = [endsOf(a), endsOf(b)];
  let [i, j] = [0, 0];
  while (i < ends.length || j < others.length) {
    const end = ends[i] ?? Infinity;
    const other = others[j] ?? Infinity;
    // Where both masks change sides they go on agreeing, or differing: the two toggles cancel out.
    runs.toggleAt(Math.min(end, other));
    if (end <= other) i++;
    else j++;
  }
  return runs.build();
}

/** Pixel indices at which the mask changes sides, rising; the last is the end of the photo. */
function endsOf({ runs }: Mask): Uint32Array {
  const ends = new Uint32Array(runs.length);
  let position = 0;
  runs.forEach((run, i) => {
    position += run;
    ends[i] = position;
  });
  return ends;
}
