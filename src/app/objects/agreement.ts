import type { MaskObject } from '../../document/types.ts';

/** The object without what the models had in common: it gets, or has, another mask. */
export function withoutAgreement(object: MaskObject): MaskObject {
  const { agreement: _, ...rest } = object;
  return rest;
}
