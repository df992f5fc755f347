import type { StoreApi } from 'zustand/vanilla';
import type { Annotator } from '../app/annotator.ts';
import type { ImagePoint } from '../geometry/spaces.ts';
import { toImage, toScreen } from '../geometry/viewport.ts';
import type { StageState } from './stage-state.ts';

/** CSS pixels between the cursor and the stage's edge before the view moves along. */
const MARGIN = 24;

/** A crosshair moved by the arrow keys, for people who don't point with a mouse: it hovers as the mouse does. */
export function toggleCursor(annotator: Annotator, state: StoreApi<StageState>): void {
  const { photo, viewport, pointer } = annotator.view.getState();
  if (!photo) return;
  const { width, height } = viewport.stage;
  const centre = toImage(viewport, { x: width / 2, y: height / 2 });
  const cursor = state.getState().cursor ? null : onPhoto(annotator, pointer ?? centre);
  state.setState({ cursor });
  annotator.hover(cursor);
}

/** Moves by CSS pixels and takes the view along at its edge. */
export function moveCursor(
  annotator: Annotator,
  state: StoreApi<StageState>,
  by: { dx: number; dy: number },
): void {
  const { viewport } = annotator.view.getState();
  const { cursor } = state.getState();
  if (!cursor) return;
  const { scale, stage } = viewport;
  const next = onPhoto(annotator, { x: cursor.x + by.dx / scale, y: cursor.y + by.dy / scale });
  const at = toScreen(viewport, next);
  const [dx, dy] = [inwards(at.x, stage.width), inwards(at.y, stage.height)];
  if (dx !== 0 || dy !== 0) annotator.panBy(dx, dy);
  state.setState({ cursor: next });
  annotator.hover(next);
}

function inwards(at: number, length: number): number {
  return Math.max(MARGIN - at, 0) + Math.min(length - MARGIN - at, 0);
}

function onPhoto(annotator: Annotator, { x, y }: ImagePoint): ImagePoint {
  const { width, height } = annotator.view.getState().viewport.image;
  // The last pixel's centre: a point on the right or lower edge would be off the photo.
  return { x: Math.min(Math.max(x, 0), width - 0.5), y: Math.min(Math.max(y, 0), height - 0.5) };
}
