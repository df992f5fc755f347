import { type AdjustedView, adjustPixels } from '../../adjust/apply.ts';
import type { Place } from '../../adjust/place.ts';
import type { Viewport } from '../../geometry/viewport.ts';
import { type Adjuster, createAdjuster } from './adjust-shader.ts';
import type { Surface } from './surface.ts';

/** Paints a photo with adjustments: at screen resolution, so a frame costs the same for a photo of any size. */
export interface AdjustedPhoto {
  paint(
    surface: Surface,
    viewport: Viewport,
    view: Omit<AdjustedView, 'place'>,
    paintPhoto: (surface: Surface) => void,
  ): void;
  /** Frees what it holds; it can be used again. */
  release(): void;
}

export function createAdjustedPhoto(): AdjustedPhoto {
  let canvas: HTMLCanvasElement | null = null;
  /** Null: this browser has no WebGL2, or has lost it. */
  let adjuster: Adjuster | null | undefined;

  return {
    paint(surface, viewport, { adjustments, maps }, paintPhoto) {
      const { width, height } = surface.context.canvas;
      canvas ??= document.createElement('canvas');
      if (canvas.width !== width || canvas.height !== height)
        Object.assign(canvas, { width, height });
      if (adjuster === undefined) adjuster = createAdjuster();
      if (adjuster?.isLost()) adjuster = null;
      const context = canvas.getContext('2d', { willReadFrequently: adjuster === null });
      if (!context || width === 0 || height === 0) return;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
      paintPhoto({ ...surface, context });
      const view = { adjustments, maps, place: placeOf(surface, viewport) };
      surface.context.setTransform(1, 0, 0, 1, 0, 0);
      surface.context.drawImage(adjuster?.adjust(canvas, view) ?? onCpu(context, view), 0, 0);
    },
    release() {
      canvas = null;
      adjuster?.end();
      adjuster = undefined;
    },
  };
}

/** The same without a GPU. */
function onCpu(context: CanvasRenderingContext2D, view: AdjustedView): HTMLCanvasElement {
  const { canvas } = context;
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  const rgba = new Uint8ClampedArray(image.data);
  adjustPixels({ size: canvas, rgba }, image.data, view);
  context.putImageData(image, 0, 0);
  return canvas;
}

/** Where the canvas lies on the photo. */
function placeOf({ ratio }: Surface, { scale, offset, image }: Viewport): Place {
  const [across, down] = [1 / (image.width * scale * ratio), 1 / (image.height * scale * ratio)];
  return {
    left: -offset.x * ratio * across,
    top: -offset.y * ratio * down,
    across,
    down,
    step: Math.max(1, Math.round(scale * ratio)),
  };
}
