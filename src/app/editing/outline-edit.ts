import type { Change } from '../../document/change.ts';
import type { PackedStep } from '../../document/packed.ts';
import type { MaskObject } from '../../document/types.ts';
import { handlesOf, maskOfHandles } from '../../mask/handles.ts';
import { maskArea, masksEqual } from '../../mask/measure.ts';
import { t } from '../../words/words.ts';
import { withoutOverlap } from '../objects/overlap.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import type { OutlineEdit } from '../state/editing.ts';
import { leadObject, objectsOf } from '../state/questions.ts';
import { mended } from './mended.ts';

/** CSS pixels between an outline and the straight lines between its points, so they are few enough to grab. */
const TOLERANCE = 3;
/** Photo pixels: corners of single pixels are none to move. */
const LEAST_TOLERANCE = 0.75;

function open({ view }: Context, object: MaskObject, photoId: string): OutlineEdit {
  const { scale } = view.getState().viewport;
  const tolerance = Math.max(TOLERANCE / scale, LEAST_TOLERANCE);
  const opened = handlesOf(object.mask, tolerance);
  return { photoId, object, opened, rings: opened, focused: null, past: [] };
}

/**
 * Takes up the outline of the object in hand, while it can be changed. The outline that is left by it; null while
 * it stays the same.
 */
export function followOutline(context: Context): OutlineEdit | null {
  const { view } = context;
  const { tool, photo, outline } = view.getState();
  const object = tool === 'points' ? leadObject(...now(context)) : null;
  const isFree = object && photo && !object.isLocked && !object.isHidden;
  const isSame = outline?.photoId === photo?.id && outline?.object.mask === object?.mask;
  if (isFree && outline && isSame && outline.object.id === object.id) {
    if (outline.object !== object) view.setState({ outline: { ...outline, object } });
    return null;
  }
  if (isFree || outline)
    view.setState({ outline: isFree ? open(context, object, photo.id) : null });
  return outline;
}

/** The undo step that kept a mask for the sake of its points. */
export interface KeptForPoints {
  readonly objectId: string;
  readonly step: PackedStep;
}

/** What was moved becomes the mask, in one undo step: that which kept it, where one did. */
export function applyOutline(
  context: Context,
  { photoId, object: was, opened, rings }: OutlineEdit,
  kept: KeptForPoints | null,
): void {
  const { document, view } = context;
  const objects = objectsOf(document.state.getState(), photoId);
  const object = objects.find(({ id }) => id === was.id);
  // Undone, deleted or made again meanwhile: its points were those of another mask.
  if (rings === opened || !object || object.mask !== was.mask) return;
  const made = maskOfHandles(object.mask, opened, rings);
  const isShown = view.getState().photo?.id === photoId;
  const mask = isShown ? withoutOverlap(context, made, [object.id]) : made;
  if (masksEqual(mask, object.mask)) return;
  const change: Change =
    maskArea(mask) > 0
      ? { kind: 'set-object', photoId, before: object, after: mended(object, mask) }
      : { kind: 'remove-object', photoId, object, index: objects.indexOf(object) };
  const joins = kept?.objectId === object.id ? kept.step : null;
  const isJoined = joins !== null && document.history.getState().done.at(-1) === joins;
  const name = isJoined ? 'steps.keepAnd.points' : 'steps.mask.points';
  document.commit({ name: t(name, { what: object.name }), photoId, changes: [change] }, joins);
}
