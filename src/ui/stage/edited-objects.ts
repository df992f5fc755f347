import { type EditTarget, editTargetOf } from '../../app/editing/edit-target.ts';
import { colorOf, nextColor } from '../../app/objects/object-colors.ts';
import { isOutlineMoved } from '../../app/state/editing.ts';
import { shownObjects } from '../../app/state/questions.ts';
import type { ViewState } from '../../app/state/view.ts';
import type { DocumentState, MaskObject } from '../../document/types.ts';
import { ACCENT } from './colors.ts';
import type { Painted } from './stroke-canvas.ts';

/** The kept objects as they are shown: one that is painted on is on the stroke's canvas, one whose points were moved among the marks, one that is reshaped shows its preview. */
export function withEdits(kept: readonly MaskObject[], view: ViewState): readonly MaskObject[] {
  const { draft, reshaping, selectedObjectId } = view;
  const outlined = reoutlinedId(view);
  const isPaintedOn = (id: string) => draft?.kind === 'stroke' && id === selectedObjectId;
  return kept
    .filter(({ id }) => !isPaintedOn(id) && id !== outlined)
    .map((object) => {
      const preview = object.id === reshaping?.objectId ? reshaping.mask : null;
      return preview ? { ...object, mask: preview } : object;
    });
}

/** The object whose outline shows another mask than its own. */
export function reoutlinedId({ outline }: Pick<ViewState, 'outline'>): string | null {
  return outline && isOutlineMoved(outline) ? outline.object.id : null;
}

/** What the stroke in hand is painted on. */
export function paintedBy(
  view: ViewState,
  document: DocumentState,
): Painted & Pick<EditTarget, 'kind'> {
  const target = editTargetOf(document, view);
  const { kind } = target;
  if (target.kind === 'object')
    return { kind, mask: target.object.mask, color: colorOf(target.object, document.classes) };
  if (target.kind === 'live') return { kind, mask: target.live.mask, color: ACCENT };
  const kept = shownObjects(document, view);
  const next = { classId: view.classId, color: nextColor(kept) };
  return { kind, mask: null, color: colorOf(next, document.classes) };
}
