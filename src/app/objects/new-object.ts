import { newId } from '../../browser/new-id.ts';
import type { MaskObject } from '../../document/types.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { currentClass, shownObjects } from '../state/questions.ts';
import { nextColor } from './object-colors.ts';
import { objectName } from './object-name.ts';

type Made = Pick<MaskObject, 'mask' | 'predictedIou' | 'agreement' | 'model' | 'prompt'>;

/** The next object of the shown photo, of the class that new ones have. */
export function nextObject(context: Context, made: Made): MaskObject {
  const classId = currentClass(...now(context))?.id ?? null;
  return { ...newObject(nextColor(shownObjects(...now(context)))), ...made, classId };
}

/** All of an object but its mask and where that comes from; `color` goes on from the last one's. */
export function newObject(color: number): Omit<MaskObject, keyof Made> {
  return {
    id: newId(),
    name: objectName(color),
    color,
    classId: null,
    isHidden: false,
    isLocked: false,
    note: '',
    attributes: [],
  };
}
