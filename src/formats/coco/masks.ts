import * as v from 'valibot';
import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { FormatError, orProblem } from '../problems.ts';
import { checkedSize, LIMITS } from '../reading/limits.ts';
import { isFlat, ringFrom } from '../shapes/points.ts';
import { maskFromBox, maskFromLooseRings } from '../shapes/polygon-masks.ts';
import { expectShape, LooseNumber } from '../text/json.ts';
import { expandCounts, maskFromCocoCounts } from './rle.ts';

const CocoRle = v.object({
  size: v.tuple([v.number(), v.number()]),
  counts: v.union([v.string(), v.custom<readonly unknown[]>((value) => Array.isArray(value))]),
});

/** Null where there is none, or only rings that enclose nothing, as tools write for a box alone. */
export function maskFromSegmentation(
  segmentation: unknown,
  size: Size,
  onNote: (note: 'broken-ring' | 'short-counts') => void,
): Mask | null {
  if (!Array.isArray(segmentation)) {
    if (segmentation == null || isEmpty(segmentation)) return null;
    return maskFromRle(expectShape(CocoRle, segmentation, 'segmentation'), () =>
      onNote('short-counts'),
    );
  }
  // One polygon, its brackets forgotten.
  const rings = isFlat(segmentation) ? [segmentation] : segmentation;
  return maskFromLooseRings(rings.map(ringFrom), size, () => onNote('broken-ring'));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Left, top, width, height. */
export function maskFromCocoBox(bbox: readonly unknown[], size: Size): Mask {
  const box = v.safeParse(v.looseTuple([LooseNumber, LooseNumber, LooseNumber, LooseNumber]), bbox);
  if (!box.success) throw new FormatError({ kind: 'unexpected', at: 'segmentation' });
  const [x, y, width, height] = box.output;
  return maskFromBox({ x0: x, y0: y, x1: x + width, y1: y + height }, size);
}

/** A mask of the size that its run lengths have, which may be that of a copy of the photo. */
function maskFromRle({ size, counts }: v.InferOutput<typeof CocoRle>, onShort: () => void): Mask {
  const [height, width] = size;
  const own = checkedSize(width, height);
  if (counts.length > LIMITS.pixels) throw new FormatError({ kind: 'too-complicated' });
  return orProblem({ kind: 'bad-counts' }, () => {
    const runs = typeof counts === 'string' ? expandCounts(counts) : numbersIn(counts);
    const missing = own.width * own.height - runs.reduce((sum, run) => sum + run, 0);
    if (missing > 0) onShort();
    return maskFromCocoCounts(missing > 0 ? padded(runs, missing) : runs, own);
  });
}

function numbersIn(counts: readonly unknown[]): readonly number[] {
  const isNumber = (count: unknown): count is number => typeof count === 'number';
  if (!counts.every(isNumber)) throw new RangeError('a run length is no number');
  return counts;
}

/** COCO's own tools leave the rest empty. */
function padded(runs: readonly number[], missing: number): number[] {
  const isLastEmpty = runs.length % 2 === 1;
  return isLastEmpty ? [...runs.slice(0, -1), (runs.at(-1) ?? 0) + missing] : [...runs, missing];
}
