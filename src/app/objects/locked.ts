import type { MaskObject } from '../../document/types.ts';
import type { Context } from '../context.ts';
import { notify } from '../notices.ts';

/** "Object 1", "3 objects": for the names of undo steps and notices. */
export function objectWords(objects: readonly MaskObject[]): string {
  const [first] = objects;
  return objects.length === 1 && first ? first.name : `${objects.length} objects`;
}

/** Those that may be changed; that others may not is said. */
export function unlocked({ view }: Context, objects: readonly MaskObject[]): readonly MaskObject[] {
  const locked = objects.filter(({ isLocked }) => isLocked);
  if (locked.length > 0) {
    const [is, stays] =
      locked.length === 1 ? ['is', 'stays as it is'] : ['are', 'stay as they are'];
    notify(view, 'info', `${objectWords(locked)} ${is} locked and ${stays}.`);
  }
  return objects.filter(({ isLocked }) => !isLocked);
}
