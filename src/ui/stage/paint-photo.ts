import type { Viewport } from '../../geometry/viewport.ts';
import { levelAt } from '../../photo/levels.ts';
import type { PhotoLevel, PhotoTile } from '../../photo/protocol.ts';
import { PIXEL_GRID } from './colors.ts';
import { inScreenSpace, type Surface } from './surface.ts';

/** From here on photo pixels are shown as squares instead of being smoothed. Device pixels. */
const SQUARE_PIXELS_FROM = 3;
/** CSS pixels per photo pixel from which the grid between them is drawn. */
const GRID_FROM = 12;

/** Fine smoothing costs a software renderer several frames: it waits until the view rests. */
export function paintPhoto(
  surface: Surface,
  viewport: Viewport,
  levels: readonly PhotoLevel[],
  isMoving: boolean,
): void {
  const { context, ratio } = surface;
  const needed = viewport.scale * ratio;
  const index = levelAt(levels, needed);
  context.imageSmoothingEnabled = needed < SQUARE_PIXELS_FROM;
  context.imageSmoothingQuality = isMoving ? 'low' : 'high';
  context.save();
  clipToPhoto(surface, viewport);
  for (const tile of levels[index]?.tiles ?? []) drawTile(surface, viewport, tile, 2 ** index);
  context.restore();
}

/** Between the photo's pixels, where they are large. */
export function paintGrid(surface: Surface, viewport: Viewport): void {
  if (viewport.scale >= GRID_FROM) drawPixelGrid(surface, viewport);
}

/** A level's last column and row may overhang the photo. */
function clipToPhoto({ context, ratio }: Surface, { scale, offset, image }: Viewport): void {
  const [x0, y0] = [Math.round(offset.x * ratio), Math.round(offset.y * ratio)];
  const x1 = Math.round((offset.x + image.width * scale) * ratio);
  const y1 = Math.round((offset.y + image.height * scale) * ratio);
  context.beginPath();
  // A photo one pixel wide shrinks to nothing when zoomed out: show a line.
  context.rect(x0, y0, Math.max(x1 - x0, 1), Math.max(y1 - y0, 1));
  context.clip();
}

/**
 * `pixel` is the size of one of the tile's pixels in photo pixels. Edges are rounded to device
 * pixels, the same for both neighbours, so no seam shows.
 */
function drawTile(
  { context, ratio }: Surface,
  { scale, offset }: Viewport,
  { x, y, bitmap }: PhotoTile,
  pixel: number,
): void {
  const toDeviceX = (at: number) => Math.round((offset.x + at * pixel * scale) * ratio);
  const toDeviceY = (at: number) => Math.round((offset.y + at * pixel * scale) * ratio);
  const [x0, x1] = [toDeviceX(x), toDeviceX(x + bitmap.width)];
  const [y0, y1] = [toDeviceY(y), toDeviceY(y + bitmap.height)];
  const { width, height } = context.canvas;
  if (x1 < 0 || y1 < 0 || x0 > width || y0 > height) return;
  context.drawImage(bitmap, x0, y0, Math.max(x1 - x0, 1), Math.max(y1 - y0, 1));
}

function drawPixelGrid(surface: Surface, { scale, offset, image, stage }: Viewport): void {
  const { context, ratio } = surface;
  inScreenSpace(surface);
  const [left, right] = visibleRange(offset.x, scale, image.width, stage.width);
  const [top, bottom] = visibleRange(offset.y, scale, image.height, stage.height);
  context.beginPath();
  for (let x = left; x <= right; x++) {
    const at = Math.round((offset.x + x * scale) * ratio) / ratio;
    context.moveTo(at, offset.y + top * scale);
    context.lineTo(at, offset.y + bottom * scale);
  }
  for (let y = top; y <= bottom; y++) {
    const at = Math.round((offset.y + y * scale) * ratio) / ratio;
    context.moveTo(offset.x + left * scale, at);
    context.lineTo(offset.x + right * scale, at);
  }
  context.lineWidth = 1 / ratio;
  context.strokeStyle = PIXEL_GRID;
  context.stroke();
}

/** First and last pixel line on the stage. */
function visibleRange(
  offset: number,
  scale: number,
  length: number,
  stage: number,
): [number, number] {
  const first = Math.max(0, Math.floor(-offset / scale));
  const last = Math.min(length, Math.ceil((stage - offset) / scale));
  return [first, last];
}
