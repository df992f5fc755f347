import type { MaskObject } from '../document/types.ts';

/** All of an object but its mask and where that comes from; `color` goes on from the last one's. */
export function newObject(
  color: number,
): Omit<MaskObject, 'mask' | 'predictedIou' | 'model' | 'prompt'> {
  return {
    id: crypto.randomUUID(),
    name: `Object ${color + 1}`,
    color,
    classId: null,
    isHidden: false,
    isLocked: false,
    note: '',
    attributes: [],
  };
}
