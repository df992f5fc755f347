import type { MaskObject } from '../../document/types.ts';
import { maskArea, masksEqual } from '../../mask/measure.ts';
import type { Reshaper } from '../../reshape/client.ts';
import type { Reshape } from '../../reshape/protocol.ts';
import { t } from '../../words/words.ts';
import { withoutOverlap } from '../objects/overlap.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import { shownObject } from '../state/questions.ts';
import { mended } from './mended.ts';

export interface ReshapingVerbs {
  /** Shows what the object would become by all of these together; the newest values win. */
  previewReshape(objectId: string, reshapes: readonly Reshape[]): Promise<void>;
  /** What is previewed becomes the mask, as soon as it is there. */
  applyReshape(): Promise<void>;
  cancelReshape(): void;
}

/** Changes of an object's whole mask: seen first, then applied or dropped. */
export function createReshaping(context: Context, reshaper: Reshaper): ReshapingVerbs {
  const { document, view } = context;
  let pending: Promise<void> = Promise.resolve();

  const objectOf = (objectId: string) => shownObject(...now(context), objectId);

  function drop(): void {
    if (view.getState().reshaping) view.setState({ reshaping: null });
  }

  async function preview(
    { id, mask: before }: MaskObject,
    reshapes: readonly Reshape[],
  ): Promise<void> {
    const last = view.getState().reshaping;
    const shown = last?.objectId === id ? last.mask : null;
    const asked = { objectId: id, before, reshapes, mask: shown, isWorking: true };
    view.setState({ reshaping: asked });
    const isAsked = () => view.getState().reshaping === asked;
    try {
      const mask = await reshaper.reshape(before, reshapes);
      if (!mask || !isAsked()) return;
      const free = withoutOverlap(context, mask, [id]);
      view.setState({ reshaping: { ...asked, mask: free, isWorking: false } });
    } catch (error) {
      if (!isAsked()) return;
      drop();
      const reason = error instanceof Error ? error.message : String(error);
      notify(view, 'error', t('objects.reshapeFailed', { reason }));
    }
  }

  async function apply(): Promise<void> {
    const asked = view.getState().reshaping?.reshapes;
    await pending;
    const { photo, reshaping } = view.getState();
    const before = reshaping && objectOf(reshaping.objectId);
    if (!photo || !before || !reshaping.mask || reshaping.reshapes !== asked) return;
    const { mask, reshapes } = reshaping;
    drop();
    if (masksEqual(mask, before.mask)) return;
    if (maskArea(mask) === 0)
      return notify(view, 'info', t('objects.nothingLeft.reshape', { name: before.name }));
    const change = {
      kind: 'set-object',
      photoId: photo.id,
      before,
      after: mended(before, mask),
    } as const;
    document.commit({ name: stepName(reshapes, before), photoId: photo.id, changes: [change] });
  }

  // A preview belongs to the mask it was made of, and to the object in hand.
  document.state.subscribe(() => {
    const { reshaping } = view.getState();
    if (reshaping && objectOf(reshaping.objectId)?.mask !== reshaping.before) drop();
  });
  view.subscribe(({ selectedObjectId, reshaping }) => {
    if (reshaping && reshaping.objectId !== selectedObjectId) drop();
  });

  return {
    previewReshape(objectId, reshapes) {
      const object = objectOf(objectId);
      if (object && !object.isLocked) pending = preview(object, reshapes);
      return pending;
    },
    applyReshape: apply,
    cancelReshape: drop,
  };
}

function stepName(reshapes: readonly Reshape[], { name: what }: MaskObject): string {
  const [reshape] = reshapes.length === 1 ? reshapes : [];
  switch (reshape?.kind) {
    case 'fill-holes':
      return t('steps.mask.fillHoles', { what });
    case 'drop-specks':
      return t('steps.mask.dropSpecks', { what });
    case 'smooth':
      return t('steps.mask.smooth', { what });
    case 'grow':
      return t(`steps.mask.${reshape.by < 0 ? 'shrink' : 'grow'}`, { what });
    default:
      return t('steps.mask.mend', { what });
  }
}
