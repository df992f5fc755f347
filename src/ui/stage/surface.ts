import type { Viewport } from '../../geometry/viewport.ts';

/** One canvas of the stage, in device pixels. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  /** Outlines are to stand out more. */
  readonly hasContrast: boolean;
}

export function clear({ context }: Surface): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
}

/** Coordinates are CSS pixels of the stage from here on. */
export function inScreenSpace({ context, ratio }: Surface): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

/** Coordinates are photo pixels from here on. */
export function inImageSpace(
  {
    context,
    ratio,
  }: { readonly context: Pick<CanvasTransform, 'setTransform'>; readonly ratio: number },
  { scale, offset }: Viewport,
): void {
  context.setTransform(scale * ratio, 0, 0, scale * ratio, offset.x * ratio, offset.y * ratio);
}
