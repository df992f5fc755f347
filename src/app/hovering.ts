import type { ImagePoint, Size } from '../geometry/spaces.ts';
import type { Annotator } from './annotator.ts';
import type { Context } from './context.ts';
import { currentPrompt, modelInUse } from './decoding.ts';

type HoveringVerbs = Pick<Annotator, 'hover' | 'setHoverEnabled'>;

/** Previews the mask under the pointer before any click; only the newest position is answered. */
export function createHovering(context: Context, save: () => void): HoveringVerbs {
  const { view, engine } = context;
  let newest = 0;

  async function preview(at: ImagePoint): Promise<void> {
    newest += 1;
    const asked = newest;
    const photoId = view.getState().photo?.id;
    if (!photoId) return;
    const step = { kind: 'point', at, label: 'include', candidate: null } as const;
    const outcome = await engine.preview({ photoId, model: modelInUse(context), prompt: [step] });
    // A newer position, a click or leaving the photo made this answer stale.
    if (asked !== newest || !outcome?.ok || !mayPreview(context)) return;
    view.setState({ hoverMask: outcome.value.mask });
  }

  return {
    hover(at) {
      const inside = at && isInside(at, view.getState().viewport.image) ? at : null;
      view.setState({ pointer: inside });
      if (inside && mayPreview(context)) return void preview(inside);
      newest += 1;
      view.setState({ hoverMask: null });
    },
    setHoverEnabled(hoverEnabled) {
      view.setState({ hoverEnabled, hoverMask: null });
      save();
    },
  };
}

function mayPreview(context: Context): boolean {
  const { hoverEnabled, embedded, draftBox, pointer } = context.view.getState();
  return hoverEnabled && embedded && !draftBox && !!pointer && currentPrompt(context).length === 0;
}

function isInside({ x, y }: ImagePoint, { width, height }: Size): boolean {
  return x >= 0 && y >= 0 && x < width && y < height;
}
