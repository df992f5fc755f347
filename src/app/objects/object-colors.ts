import type { ObjectClass } from '../../document/classes.ts';
import type { MaskObject } from '../../document/types.ts';
import { paletteColor } from './palette.ts';

/** Colour and number go on from the last object, so neither comes twice after a deletion. */
export function nextColor(kept: readonly MaskObject[]): number {
  return kept.reduce((highest, { color }) => Math.max(highest, color), -1) + 1;
}

/** "#rrggbb": its class's; its own while it has none. */
export function colorOf(
  { classId, color }: Pick<MaskObject, 'classId' | 'color'>,
  classes: readonly ObjectClass[],
): string {
  return classes.find(({ id }) => id === classId)?.color ?? paletteColor(color);
}
