import { toImage, toScreen, type Viewport } from './viewport.ts';

/** CSS pixels between the stage's edge and a divider whose place on the photo is out of sight. */
const MARGIN = 24;

/**
 * Where a divider lies on the stage, in CSS pixels from its left edge. `share` is the part of the
 * photo's width to its left, so it pans and zooms with the photo; out of sight it waits at the edge.
 */
export function wipeToScreen(viewport: Viewport, share: number): number {
  const { x } = toScreen(viewport, { x: share * viewport.image.width, y: 0 });
  const margin = Math.min(MARGIN, viewport.stage.width / 2);
  return Math.min(Math.max(x, margin), viewport.stage.width - margin);
}

/** The inverse, for a hand that drags the divider to `x`; it stays on the photo. */
export function wipeFromScreen(viewport: Viewport, x: number): number {
  const { width } = viewport.image;
  if (width <= 0) return 0;
  return Math.min(Math.max(toImage(viewport, { x, y: 0 }).x / width, 0), 1);
}
