import { maskOfParts, partAreas } from './holes.ts';
import type { Mask } from './mask.ts';
import { partsOf } from './parts.ts';
import { addToMask, complementOf } from './patch.ts';

interface Cleaned {
  readonly mask: Mask;
  /** Whether there was anything smaller. */
  readonly changed: boolean;
}

/**
 * SAM's clean-up of automatic masks: background of fewer than `leastArea` pixels is filled, at the
 * photo's edge too, then foreground of fewer goes, but for the largest part if all are small. Pixels
 * that touch at a corner belong together, on both sides.
 */
export function removeSmallRegions(mask: Mask, leastArea: number): Cleaned {
  const filled = fillSmall(mask, leastArea);
  const dropped = dropSmall(filled.mask, leastArea);
  return { mask: dropped.mask, changed: filled.changed || dropped.changed };
}

function fillSmall(mask: Mask, leastArea: number): Cleaned {
  const outside = partsOf(complementOf(mask), 'corners');
  const areas = partAreas(outside);
  if (areas.every((area) => area >= leastArea)) return { mask, changed: false };
  const small = maskOfParts(outside, mask, (part) => (areas[part] ?? 0) < leastArea);
  return { mask: addToMask(mask, small), changed: true };
}

function dropSmall(mask: Mask, leastArea: number): Cleaned {
  const parts = partsOf(mask, 'corners');
  const areas = partAreas(parts);
  if (areas.every((area) => area >= leastArea)) return { mask, changed: false };
  const largest = areas.indexOf(Math.max(...areas));
  const isKept = areas.some((area) => area >= leastArea)
    ? (part: number) => (areas[part] ?? 0) >= leastArea
    : (part: number) => part === largest;
  return { mask: maskOfParts(parts, mask, isKept), changed: true };
}
