import type { Viewport } from '../../geometry/viewport.ts';
import type { Mask } from '../../mask/mask.ts';
import { DISAGREEMENT } from './colors.ts';
import { maskPath } from './mask-path.ts';
import { inImageSpace, type Surface } from './surface.ts';

/** CSS pixels from one hatching line to the next, along an axis. */
const SPACING = 8;
const LINE_WIDTH = 1.75;
const DARK = 'rgb(0 0 0 / 0.6)';

let hatching: { readonly ratio: number; readonly tile: OffscreenCanvas } | null = null;

/** Hatches where two masks differ. The lines keep their distance at any zoom and move with the photo. */
export function paintDisagreement(surface: Surface, viewport: Viewport, disagreement: Mask): void {
  const { context, ratio } = surface;
  if (hatching?.ratio !== ratio) hatching = { ratio, tile: hatchingTile(ratio) };
  const pattern = context.createPattern(hatching.tile, 'repeat');
  if (!pattern) return;
  const perDevicePixel = 1 / (viewport.scale * ratio);
  pattern.setTransform(new DOMMatrix().scale(perDevicePixel));
  inImageSpace(surface, viewport);
  context.fillStyle = pattern;
  context.fill(maskPath(disagreement, viewport.scale * ratio), 'evenodd');
}

/** One square of diagonal lines that fits its neighbours, in device pixels. */
function hatchingTile(ratio: number): OffscreenCanvas {
  const side = Math.max(Math.round(SPACING * ratio), 4);
  const tile = new OffscreenCanvas(side, side);
  const context = tile.getContext('2d');
  if (!context) throw new Error('The browser gave no 2D canvas.');
  for (const [color, width] of [
    [DARK, LINE_WIDTH + 1.5],
    [DISAGREEMENT, LINE_WIDTH],
  ] as const) {
    context.beginPath();
    // The line itself, and the corners of its neighbours.
    for (const shift of [-side, 0, side]) {
      context.moveTo(shift - side, 2 * side);
      context.lineTo(shift + 2 * side, -side);
    }
    context.lineWidth = width * ratio;
    context.strokeStyle = color;
    context.stroke();
  }
  return tile;
}
