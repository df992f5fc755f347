import type { MaskObject } from '../document/types.ts';

/** Colour and number go on from the last object, so that neither comes twice after a deletion. */
export function nextColor(kept: readonly MaskObject[]): number {
  return kept.reduce((highest, { color }) => Math.max(highest, color), -1) + 1;
}
