import type { Change } from '../../document/change.ts';
import type { MaskObject } from '../../document/types.ts';
import type { Size } from '../../geometry/spaces.ts';
import { maskFromRings } from '../../mask/fill.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea, masksEqual } from '../../mask/measure.ts';
import { addToMask, subtractFromMask } from '../../mask/patch.ts';
import { maskFromStroke } from '../../mask/stroke.ts';
import { t } from '../../words/words.ts';
import { withoutAgreement } from '../objects/agreement.ts';
import { unlocked } from '../objects/locked.ts';
import { nextObject } from '../objects/new-object.ts';
import { withoutOverlap } from '../objects/overlap.ts';
import { selectionOf } from '../objects/selection.ts';
import { promptInHandChanges } from '../prompts/refining.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import type { Draft } from '../state/editing.ts';
import { notify } from '../state/notices.ts';
import { refinedObject, shownObjects } from '../state/questions.ts';
import { type EditTarget, editTargetOf } from './edit-target.ts';
import { mended } from './mended.ts';

export interface DrawingVerbs {
  setDraft(draft: Draft | null): void;
  /** Takes the last corner of an open polygon back; false when there is none. */
  takeBackCorner(): boolean;
  /**
   * The draft becomes part of the selected object, else of the mask in hand, which is kept by it,
   * else a new object: one undo step. An object of which nothing is left is deleted.
   */
  applyDraft(): void;
}

/** What is drawn by hand becomes part of a mask. `refresh` asks for the mask of the prompt in hand again. */
export function createDrawing(context: Context, refresh: () => Promise<void>): DrawingVerbs {
  const { document, view } = context;

  function commit(name: string, photoId: string, changes: readonly Change[], id: string | null) {
    document.commit({ name, photoId, changes });
    view.setState(selectionOf(id === null ? [] : [id]));
  }

  function editObject(photoId: string, object: MaskObject, draft: Draft, drawn: Mask): void {
    if (unlocked(context, [object]).length === 0) return;
    const mask = edited(context, object, object.mask, draft, drawn);
    if (masksEqual(mask, object.mask)) return;
    const name = t(`steps.draw.${editOf(draft)}`, { what: object.name });
    if (maskArea(mask) > 0) {
      const after = mended(object, mask);
      commit(name, photoId, [{ kind: 'set-object', photoId, before: object, after }], object.id);
    } else {
      const index = shownObjects(...now(context)).indexOf(object);
      commit(name, photoId, [{ kind: 'remove-object', photoId, object, index }], null);
    }
  }

  function keepEdited(photoId: string, target: EditTarget, draft: Draft, drawn: Mask): void {
    const live = target.kind === 'live' ? target.live : null;
    if (draft.removes && !live) {
      notify(view, 'info', t('objects.nothingToErase'));
      return;
    }
    const before = live && refinedObject(...now(context));
    if (before && unlocked(context, [before]).length === 0) return;
    const mask = edited(context, before, live?.mask ?? null, draft, drawn);
    if (maskArea(mask) === 0) {
      if (maskArea(drawn) > 0) notify(view, 'info', t('objects.nothingFree'));
      return;
    }
    const prompt = live?.prompt ?? [];
    const made = { mask, prompt, model: live?.model ?? null, predictedIou: null };
    const object = before ? { ...withoutAgreement(before), ...made } : nextObject(context, made);
    const keeping: Change = before
      ? { kind: 'set-object', photoId, before, after: object }
      : { kind: 'add-object', photoId, object, index: shownObjects(...now(context)).length };
    const clearing = live ? promptInHandChanges(context, photoId, [], null) : [];
    const what = object.name;
    const name = live
      ? t(`steps.keepAnd.${editOf(draft)}`, { what })
      : t('steps.draw.new', { what });
    commit(name, photoId, [...clearing, keeping], object.id);
    if (live) void refresh();
  }

  return {
    setDraft: (draft) => view.setState({ draft }),
    takeBackCorner() {
      const { draft } = view.getState();
      if (draft?.kind !== 'area' || !draft.open) return false;
      const points = draft.points.slice(0, -1);
      view.setState({ draft: points.length > 0 ? { ...draft, points } : null });
      return true;
    },
    applyDraft() {
      const { photo, draft, viewport } = view.getState();
      view.setState({ draft: null });
      if (!photo || !draft) return;
      const drawn = maskOf(draft, viewport.image);
      if (maskArea(drawn) === 0) return;
      const target = editTargetOf(...now(context));
      if (target.kind === 'object') editObject(photo.id, target.object, draft, drawn);
      else keepEdited(photo.id, target, draft, drawn);
    },
  };
}

function edited(
  context: Context,
  object: MaskObject | null,
  mask: Mask | null,
  draft: Draft,
  drawn: Mask,
): Mask {
  const change = draft.removes ? subtractFromMask : addToMask;
  return withoutOverlap(context, mask ? change(mask, drawn) : drawn, object ? [object.id] : []);
}

/** Where a lasso crosses itself, what lies between belongs to it too. */
function maskOf(draft: Draft, size: Size): Mask {
  if (draft.kind === 'stroke') return maskFromStroke(draft.points, size);
  return maskFromRings([draft.points.flatMap(({ x, y }) => [x, y])], size, 'winding');
}

function editOf({ kind, removes }: Draft): 'paint' | 'erase' | 'add' | 'cut' {
  if (kind === 'stroke') return removes ? 'erase' : 'paint';
  return removes ? 'cut' : 'add';
}
