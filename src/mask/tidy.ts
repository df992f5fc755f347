import type { ImagePoint } from '../geometry/spaces.ts';
import { holesOf, specksOf } from './holes.ts';
import type { Mask } from './mask.ts';
import { maskArea } from './measure.ts';
import { addToMask, subtractFromMask } from './patch.ts';

/** A mask without what is too small to be meant, and what that was. */
export interface Tidied {
  readonly mask: Mask;
  /** Specks that went and holes that were filled. */
  readonly changed: Mask;
  readonly specks: number;
  readonly holes: number;
}

/** What a person pointed at stays, however small it is: parts under `inside`, holes under `outside`. */
export interface Meant {
  readonly inside: readonly ImagePoint[];
  readonly outside: readonly ImagePoint[];
}

/** Shares of the object's area: smaller parts and holes are specks. docs/using.md says what that was measured to spare. */
const SPECK_SHARE = 0.002;
const HOLE_SHARE = 0.001;
/** In cells of the logits: what is smaller the model can't have seen. */
const LEAST_CELLS = 4;

/**
 * Null when there is nothing to tidy. `cell`: photo pixels in a cell of the logits. A part that makes up a fifth
 * of the object is never a speck, so a mask of a few cells stays.
 */
export function tidyMask(mask: Mask, cell: number, meant: Meant): Tidied | null {
  const area = maskArea(mask);
  const least = (share: number) => Math.min(Math.max(share * area, LEAST_CELLS * cell), area / 5);
  const holes = holesOf(mask, least(HOLE_SHARE), meant.outside);
  const filled = addToMask(mask, holes.pixels);
  const specks = specksOf(filled, least(SPECK_SHARE), meant.inside);
  if (holes.count + specks.count === 0) return null;
  return {
    mask: subtractFromMask(filled, specks.pixels),
    changed: addToMask(holes.pixels, specks.pixels),
    specks: specks.count,
    holes: holes.count,
  };
}
