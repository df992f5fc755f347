import type { Mask } from '../../mask/mask.ts';
import { subtractFromMask } from '../../mask/patch.ts';
import type { Context } from '../context.ts';

/** In "no overlap" mode, the mask without the pixels of the shown photo's other objects. */
export function withoutOverlap(
  { document, view }: Pick<Context, 'document' | 'view'>,
  mask: Mask,
  ownIds: readonly string[] = [],
): Mask {
  const { photo, noOverlap } = view.getState();
  if (!noOverlap) return mask;
  const objects = document.state.getState().objects[photo?.id ?? ''] ?? [];
  return objects
    .filter(({ id }) => !ownIds.includes(id))
    .reduce((free, other) => subtractFromMask(free, other.mask), mask);
}
