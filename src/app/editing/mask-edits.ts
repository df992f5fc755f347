import type { Change } from '../../document/change.ts';
import type { MaskObject } from '../../document/types.ts';
import { uniteMasks } from '../../mask/combine.ts';
import { splitMask } from '../../mask/holes.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea } from '../../mask/measure.ts';
import { intersectMasks, subtractFromMask } from '../../mask/patch.ts';
import { t } from '../../words/words.ts';
import { objectWords, unlocked, unlockedObject } from '../objects/locked.ts';
import { newObject } from '../objects/new-object.ts';
import { nextColor } from '../objects/object-colors.ts';
import { withoutOverlap } from '../objects/overlap.ts';
import { selectionOf } from '../objects/selection.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import type { EditingState, Tool } from '../state/editing.ts';
import { LARGEST_BRUSH, LEAST_BRUSH, NO_DRAFT } from '../state/editing.ts';
import { notify } from '../state/notices.ts';
import { shownObjects } from '../state/questions.ts';
import { NO_PREVIEW } from '../state/view.ts';
import { mended } from './mended.ts';

export type Combination = 'merge' | 'subtract' | 'intersect';

export interface MaskEditVerbs {
  /** What was being drawn is dropped. */
  chooseTool(tool: Tool): void;
  setBrushSize(size: number): void;
  setAreaMode(mode: EditingState['areaMode']): void;
  setNoOverlap(isOn: boolean): void;
  /**
   * On the shown photo's objects, of which the first gets the new mask. The others stay when they
   * are subtracted, and go when they are merged or intersected.
   */
  combineObjects(how: Combination, objectIds: readonly string[]): void;
  /** The largest part stays the object, each other part becomes one of its own. */
  splitObject(objectId: string): void;
}

/** So many objects at once would rather be a mistake. */
const MOST_PARTS = 200;

/** Tools and their settings, and what is done to whole objects. */
export function createMaskEdits(context: Context): MaskEditVerbs {
  const { document, view } = context;

  return {
    chooseTool(tool) {
      const { justKeptId, selectedObjectIds } = view.getState();
      // Points are those of one object: of the one that was just kept, where none is selected.
      const isKeptMeant =
        tool === 'points' && selectedObjectIds.length === 0 && justKeptId !== null;
      const meant = isKeptMeant ? selectionOf([justKeptId]) : { justKeptId: null };
      view.setState({ tool, ...meant, draftBox: null, ...NO_DRAFT, ...NO_PREVIEW });
    },
    setBrushSize(size) {
      view.setState({ brushSize: Math.min(Math.max(size, LEAST_BRUSH), LARGEST_BRUSH) });
    },
    setAreaMode: (areaMode) => view.setState({ areaMode }),
    setNoOverlap(noOverlap) {
      view.setState({ noOverlap });
    },
    combineObjects(how, objectIds) {
      const photoId = view.getState().photo?.id;
      const all = shownObjects(...now(context));
      const chosen = objectIds.flatMap((id) => all.filter((object) => object.id === id));
      const [first, ...others] = chosen;
      if (!photoId || !first || others.length === 0) return;
      if (unlocked(context, chosen).length < chosen.length) return;
      const mask = withoutOverlap(context, combined(how, first, others), objectIds);
      if (maskArea(mask) === 0) return notify(view, 'info', t(`objects.nothingLeft.${how}`));
      const changes: Change[] = [
        { kind: 'set-object', photoId, before: first, after: mended(first, mask) },
      ];
      // From the last one on, so the places of those before stay true.
      if (how !== 'subtract')
        for (const object of all.filter((one) => others.includes(one)).reverse())
          changes.push({ kind: 'remove-object', photoId, object, index: all.indexOf(object) });
      document.commit({
        name: t(`steps.mask.${how}`, { what: objectWords(chosen) }),
        photoId,
        changes,
      });
      view.setState(selectionOf([first.id]));
    },
    splitObject(objectId) {
      const photoId = view.getState().photo?.id;
      const object = unlockedObject(context, objectId);
      if (!photoId || !object) return;
      const parts = splitMask(object.mask).sort((a, b) => maskArea(b) - maskArea(a));
      if (parts.length > MOST_PARTS)
        return notify(view, 'warning', tooManyWords(object, parts.length));
      if (parts.length < 2) return;
      const changes = splitChanges(photoId, shownObjects(...now(context)), object, parts);
      const name = t('steps.mask.split', { what: object.name });
      document.commit({ name, photoId, changes });
    },
  };
}

function tooManyWords({ name }: MaskObject, count: number): string {
  return t('objects.tooManyParts', { name, count, most: MOST_PARTS });
}

function combined(how: Combination, first: MaskObject, others: readonly MaskObject[]): Mask {
  if (how === 'merge')
    return uniteMasks(
      [first, ...others].map(({ mask }) => mask),
      first.mask.size,
    );
  const combine = how === 'subtract' ? subtractFromMask : intersectMasks;
  return others.reduce((mask, other) => combine(mask, other.mask), first.mask);
}

function splitChanges(
  photoId: string,
  kept: readonly MaskObject[],
  object: MaskObject,
  [largest, ...rest]: readonly Mask[],
): readonly Change[] {
  const after = mended(object, largest ?? object.mask);
  const changes: Change[] = [{ kind: 'set-object', photoId, before: object, after }];
  const objects = [...kept];
  for (const mask of rest) {
    const { id, name, color } = newObject(nextColor(objects));
    const added = { ...mended(object, mask), id, name, color, prompt: [] };
    changes.push({ kind: 'add-object', photoId, object: added, index: objects.length });
    objects.push(added);
  }
  return changes;
}
