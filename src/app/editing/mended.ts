import type { MaskObject } from '../../document/types.ts';
import type { Mask } from '../../mask/mask.ts';

/** The object with a mask that a person has changed: the model's estimate was for its own. */
export function mended(object: MaskObject, mask: Mask): MaskObject {
  return { ...object, mask, predictedIou: null };
}
