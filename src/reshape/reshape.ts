import { growMask, shrinkMask } from '../mask/grow.ts';
import { dropSpecks, fillHoles } from '../mask/holes.ts';
import type { Mask } from '../mask/mask.ts';
import { smoothMask } from '../mask/smooth.ts';
import type { Reshape } from './protocol.ts';

/** One after the other. */
export function reshapeMask(mask: Mask, reshapes: readonly Reshape[]): Mask {
  return reshapes.reduce(reshaped, mask);
}

function reshaped(mask: Mask, reshape: Reshape): Mask {
  switch (reshape.kind) {
    case 'fill-holes':
      return fillHoles(mask, reshape.most);
    case 'drop-specks':
      return dropSpecks(mask, reshape.most);
    case 'smooth':
      return smoothMask(mask, reshape.radius);
    case 'grow':
      return reshape.by < 0 ? shrinkMask(mask, -reshape.by) : growMask(mask, reshape.by);
  }
}
