import type { Mask } from '../../mask/mask.ts';
import { subtractFromMask } from '../../mask/patch.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { shownObjects } from '../state/questions.ts';

/** In "no overlap" mode, the mask without the pixels of the shown photo's other objects. */
export function withoutOverlap(
  context: Pick<Context, 'document' | 'view'>,
  mask: Mask,
  ownIds: readonly string[] = [],
): Mask {
  if (!context.view.getState().noOverlap) return mask;
  return shownObjects(...now(context))
    .filter(({ id }) => !ownIds.includes(id))
    .reduce((free, other) => subtractFromMask(free, other.mask), mask);
}
