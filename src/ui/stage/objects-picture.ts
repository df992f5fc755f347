import type { ImageBox } from '../../geometry/spaces.ts';
import { photoOnStage, type Viewport } from '../../geometry/viewport.ts';
import type { Surface } from './surface.ts';

/** So much more than the stage is painted on each side, as a share of it, for the view to move into. */
const MARGIN = 0.25;
/** Zoomed in further than this the picture is painted anew: its lines would be too soft and too wide. */
const MOST_ZOOM = 1.5;

export type PaintAll = (surface: Surface, viewport: Viewport) => void;

/**
 * Hundreds of objects take longer to paint than a frame lasts. While the view moves they are painted
 * once, a little beyond the stage, and that picture is moved; once it rests they are painted sharp.
 */
export interface ObjectsPicture {
  /** `subject` is all that the picture hangs on beside the view: another one is painted anew. */
  paint(
    surface: Surface,
    viewport: Viewport,
    subject: readonly unknown[],
    paintAll: PaintAll,
  ): void;
  release(): void;
}

interface Picture {
  readonly surface: Surface;
  readonly viewport: Viewport;
  readonly subject: readonly unknown[];
}

export function createObjectsPicture(): ObjectsPicture {
  let picture: Picture | null = null;

  function take(
    { context: { canvas }, ratio, hasContrast }: Surface,
    viewport: Viewport,
    subject: readonly unknown[],
    paintAll: PaintAll,
  ): Picture {
    const { stage, offset } = viewport;
    const margin = { x: Math.round(stage.width * MARGIN), y: Math.round(stage.height * MARGIN) };
    const wide = {
      ...viewport,
      stage: { width: stage.width + 2 * margin.x, height: stage.height + 2 * margin.y },
      offset: { x: offset.x + margin.x, y: offset.y + margin.y },
    };
    const context = (
      picture?.surface.context.canvas ?? document.createElement('canvas')
    ).getContext('2d');
    if (!context) throw new Error('The browser gave no 2D canvas.');
    // Setting the size clears it too.
    context.canvas.width = canvas.width + 2 * margin.x * ratio;
    context.canvas.height = canvas.height + 2 * margin.y * ratio;
    const surface = { context, ratio, hasContrast };
    paintAll(surface, wide);
    return { surface, viewport: wide, subject };
  }

  return {
    paint(surface, viewport, subject, paintAll) {
      if (!picture || !serves(picture, viewport, subject)) {
        picture = take(surface, viewport, subject, paintAll);
      }
      drawMoved(surface, viewport, picture);
    },
    release() {
      picture = null;
    },
  };
}

function serves(picture: Picture, viewport: Viewport, subject: readonly unknown[]): boolean {
  const zoom = viewport.scale / picture.viewport.scale;
  return (
    subject.every((part, i) => part === picture.subject[i]) &&
    viewport.image === picture.viewport.image &&
    zoom <= MOST_ZOOM &&
    isWithin(photoOnStage(viewport), photoOnStage(picture.viewport))
  );
}

function isWithin(inner: ImageBox, outer: ImageBox): boolean {
  return (
    inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1
  );
}

function drawMoved(
  { context, ratio }: Surface,
  { scale, offset }: Viewport,
  { surface, viewport: taken }: Picture,
): void {
  const { canvas } = surface.context;
  const zoom = scale / taken.scale;
  const x = (offset.x - taken.offset.x * zoom) * ratio;
  const y = (offset.y - taken.offset.y * zoom) * ratio;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(canvas, x, y, canvas.width * zoom, canvas.height * zoom);
}
