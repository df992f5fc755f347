import type { MaskObject } from '../../document/types.ts';
import type { ImagePoint } from '../../geometry/spaces.ts';
import { maskContains } from '../../mask/measure.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { shownObjects } from '../state/questions.ts';
import type { ViewState } from '../state/view.ts';

export interface SelectionVerbs {
  /** That one alone; null: none. */
  selectObject(objectId: string | null): void;
  /** Takes it in or lets it go; the others stay. */
  toggleObject(objectId: string): void;
  /** These; `leadId` among them is the one that is copied and that a range goes from. */
  selectObjects(objectIds: readonly string[], leadId: string | null): void;
  /** The topmost object at the point, or none; at the same place again, the one beneath it. */
  selectAt(at: ImagePoint, adds: boolean): void;
}

/** CSS pixels within which a click is on the same place as the one before. */
const SAME_PLACE = 4;

/** Part of the view when these are selected. */
export function selectionOf(
  selectedObjectIds: readonly string[],
  lead: string | null = selectedObjectIds.at(-1) ?? null,
): Pick<ViewState, 'selectedObjectIds' | 'selectedObjectId' | 'justKeptId'> {
  return { selectedObjectIds, selectedObjectId: lead, justKeptId: null };
}

export function createSelection(context: Context): SelectionVerbs {
  const { view } = context;
  let last: ImagePoint | null = null;

  function isSamePlace(at: ImagePoint): boolean {
    const { scale } = view.getState().viewport;
    return !!last && Math.hypot(at.x - last.x, at.y - last.y) * scale <= SAME_PLACE;
  }

  function toggleObject(objectId: string): void {
    const { selectedObjectIds } = view.getState();
    const others = selectedObjectIds.filter((id) => id !== objectId);
    const isIn = others.length < selectedObjectIds.length;
    view.setState(selectionOf(isIn ? others : [...others, objectId]));
  }

  return {
    selectObject: (objectId) => view.setState(selectionOf(objectId === null ? [] : [objectId])),
    toggleObject,
    selectObjects: (objectIds, leadId) => view.setState(selectionOf(objectIds, leadId)),
    selectAt(at, adds) {
      const stack = stackAt(shownObjects(...now(context)), at);
      const { selectedObjectId } = view.getState();
      const current = isSamePlace(at) && !adds ? stack.indexOf(selectedObjectId ?? '') : -1;
      const next = stack[(current + 1) % Math.max(stack.length, 1)];
      last = at;
      if (!adds) view.setState(selectionOf(next ? [next] : []));
      else if (next) toggleObject(next);
    },
  };
}

/** Ids of the objects at a point, the topmost first; hidden and locked ones are out of reach. */
function stackAt(objects: readonly MaskObject[], at: ImagePoint): readonly string[] {
  return objects
    .filter(({ isHidden, isLocked, mask }) => !isHidden && !isLocked && maskContains(mask, at))
    .map(({ id }) => id)
    .reverse();
}
