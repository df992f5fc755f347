import type { Draft } from '../../app/state/editing.ts';
import type { Viewport } from '../../geometry/viewport.ts';
import type { Mask } from '../../mask/mask.ts';
import type { StrokePoint } from '../../mask/stroke.ts';
import { maskPath } from './mask-path.ts';
import { inImageSpace, type Surface } from './surface.ts';

type Stroke = Extract<Draft, { kind: 'stroke' }>;

/** The mask that is painted on, and its colour. */
export interface Painted {
  readonly mask: Mask | null;
  readonly color: string;
}

/** As a kept object that is selected. */
const OPACITY = 0.5;

/**
 * The mask under the brush on a canvas of its own, at screen resolution: each frame adds what is new
 * of the stroke, however large photo and mask are. Freed between strokes.
 */
export interface StrokeCanvas {
  paint(surface: Surface, viewport: Viewport, painted: Painted, stroke: Stroke): void;
  release(): void;
}

interface Begun {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly viewport: Viewport;
  readonly first: StrokePoint | undefined;
  /** Points of the stroke that are on the canvas. */
  drawn: number;
}

export function createStrokeCanvas(): StrokeCanvas {
  let begun: Begun | null = null;

  function begin(surface: Surface, viewport: Viewport, painted: Painted, stroke: Stroke): Begun {
    const { width, height } = surface.context.canvas;
    const canvas = begun?.canvas ?? new OffscreenCanvas(width, height);
    // Setting the size clears it too.
    Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The browser gave no 2D canvas.');
    inImageSpace({ context, ratio: surface.ratio }, viewport);
    context.fillStyle = context.strokeStyle = painted.color;
    if (painted.mask)
      context.fill(maskPath(painted.mask, viewport.scale * surface.ratio), 'evenodd');
    context.globalCompositeOperation = stroke.removes ? 'destination-out' : 'source-over';
    context.lineCap = 'round';
    return { canvas, context, viewport, first: stroke.points[0], drawn: 0 };
  }

  return {
    paint(surface, viewport, painted, stroke) {
      const goesOn =
        begun?.viewport === viewport &&
        begun.first === stroke.points[0] &&
        begun.canvas.width === surface.context.canvas.width &&
        begun.canvas.height === surface.context.canvas.height;
      if (!begun || !goesOn) begun = begin(surface, viewport, painted, stroke);
      for (; begun.drawn < stroke.points.length; begun.drawn++) addWay(begun, stroke.points);
      const { context } = surface;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalAlpha = OPACITY;
      context.drawImage(begun.canvas, 0, 0);
      context.globalAlpha = 1;
    },
    release() {
      begun = null;
    },
  };
}

/** From the point before to the next one; the first is a way of no length. */
function addWay({ context, drawn }: Begun, points: readonly StrokePoint[]): void {
  const to = points[drawn];
  if (!to) return;
  const from = points[drawn - 1] ?? to;
  context.beginPath();
  context.lineWidth = 2 * to.radius;
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}
