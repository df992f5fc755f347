import type { MaskObject } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../context.ts';
import { nextColor } from './object-colors.ts';
import { currentClass, shownObjects } from './selection.ts';

type Made = Pick<MaskObject, 'mask' | 'predictedIou' | 'model' | 'prompt'>;

/** The next object of the shown photo, of the class that new ones have. */
export function nextObject(context: Context, made: Made): MaskObject {
  const classId = currentClass(context)?.id ?? null;
  return { ...newObject(nextColor(shownObjects(context))), ...made, classId };
}

/** "Object 1" for the first colour. */
export function objectName(color: number): string {
  return t('objects.new', { number: color + 1 });
}

/** All of an object but its mask and where that comes from; `color` goes on from the last one's. */
export function newObject(color: number): Omit<MaskObject, keyof Made> {
  return {
    id: crypto.randomUUID(),
    name: objectName(color),
    color,
    classId: null,
    isHidden: false,
    isLocked: false,
    note: '',
    attributes: [],
  };
}
