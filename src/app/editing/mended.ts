import type { MaskObject } from '../../document/types.ts';
import type { Mask } from '../../mask/mask.ts';
import { withoutAgreement } from '../objects/agreement.ts';

/** The object with a mask that a person has changed: the model's estimate was for its own. */
export function mended(object: MaskObject, mask: Mask): MaskObject {
  return { ...withoutAgreement(object), mask, predictedIou: null };
}
