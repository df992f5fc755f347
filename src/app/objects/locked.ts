import type { MaskObject } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import { shownObject } from '../state/questions.ts';
import { shownName } from './object-name.ts';

/** "Object 1", "3 objects": for the names of undo steps and notices. */
export function objectWords(objects: readonly MaskObject[]): string {
  const [first] = objects;
  return objects.length === 1 && first
    ? shownName(first)
    : t('objects.count', { count: objects.length });
}

/** The shown photo's object, if it may be changed; that it may not is said. */
export function unlockedObject(context: Context, objectId: string): MaskObject | null {
  const object = shownObject(...now(context), objectId);
  return (object && unlocked(context, [object])[0]) ?? null;
}

/** Those that may be changed; that others may not is said. */
export function unlocked({ view }: Context, objects: readonly MaskObject[]): readonly MaskObject[] {
  const locked = objects.filter(({ isLocked }) => isLocked);
  const [first] = locked;
  if (first) {
    const words =
      locked.length === 1
        ? t('objects.lockedOne', { name: first.name })
        : t('objects.lockedSeveral', { count: locked.length });
    notify(view, 'info', words);
  }
  return objects.filter(({ isLocked }) => !isLocked);
}
