import type { ImagePoint, Size } from '../../geometry/spaces.ts';
import type { Context } from '../state/context.ts';
import { modelsInUse, now } from '../state/context.ts';
import { currentPrompt } from '../state/questions.ts';
import { maskOf } from '../state/tidy-masks.ts';
import { NO_PREVIEW } from '../state/view.ts';

export interface HoveringVerbs {
  /** Pointer moved over the photo (null: left it): readout and hover preview. */
  hover(at: ImagePoint | null): void;
  setHoverEnabled(enabled: boolean): void;
}

/** Previews the mask under the pointer before any click; only the newest position is answered. */
export function createHovering(context: Context): HoveringVerbs {
  const { view, engine } = context;
  let newest = 0;

  async function preview(at: ImagePoint): Promise<void> {
    newest += 1;
    const asked = newest;
    const photoId = view.getState().photo?.id;
    if (!photoId) return;
    const step = { kind: 'point', at, label: 'include', candidate: null } as const;
    const models = modelsInUse(context);
    for (const model of models) {
      const outcome = await engine.preview({ photoId, model, prompt: [step] });
      // A newer position, a click or leaving the photo made this answer stale.
      if (asked !== newest || !outcome?.ok || !mayPreview(context)) return;
      const mask = maskOf(view.getState(), [step], outcome.value);
      view.setState(model === models[0] ? { hoverMask: mask } : { comparedHoverMask: mask });
    }
  }

  // A pointer that rests where the photo appears needs no move to be answered.
  view.subscribe(({ embedded, pointer }, before) => {
    if (embedded && !before.embedded && pointer && mayPreview(context)) void preview(pointer);
  });

  return {
    hover(at) {
      const inside = at && isInside(at, view.getState().viewport.image) ? at : null;
      view.setState({ pointer: inside });
      if (inside && mayPreview(context)) return void preview(inside);
      newest += 1;
      view.setState(NO_PREVIEW);
    },
    setHoverEnabled(hoverEnabled) {
      view.setState({ hoverEnabled, ...NO_PREVIEW });
    },
  };
}

function mayPreview(context: Context): boolean {
  const { tool, hoverEnabled, embedded, draftBox, pointer, pointedProposalId } =
    context.view.getState();
  // What lies under the pointer is shown instead.
  if (tool !== 'prompt' || pointedProposalId !== null) return false;
  return (
    hoverEnabled &&
    embedded &&
    !draftBox &&
    !!pointer &&
    currentPrompt(...now(context)).length === 0
  );
}

function isInside({ x, y }: ImagePoint, { width, height }: Size): boolean {
  return x >= 0 && y >= 0 && x < width && y < height;
}
