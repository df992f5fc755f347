import type { Mask } from '../../mask/mask.ts';
import { maskBox } from '../../mask/measure.ts';
import { levelAt } from '../../photo/levels.ts';
import type { PhotoLevel } from '../../photo/protocol.ts';
import { maskPath } from '../stage/mask-path.ts';

/** Share of the mask's longest side that is left free around it. */
const MARGIN = 0.14;
const FAINT = 0.3;

/** The object in its surroundings, which are faint, in the middle of a square of so many device pixels a side. */
export function paintThumb(
  pixels: number,
  mask: Mask,
  levels: readonly PhotoLevel[],
  color: string,
): OffscreenCanvas {
  const canvas = new OffscreenCanvas(pixels, pixels);
  const context = canvas.getContext('2d');
  const box = maskBox(mask);
  if (!context || !box) return canvas;
  const side = Math.max(box.x1 - box.x0, box.y1 - box.y0) * (1 + 2 * MARGIN);
  const scale = pixels / side;
  const left = (box.x0 + box.x1 - side) / 2;
  const top = (box.y0 + box.y1 - side) / 2;
  const path = maskPath(mask, scale);
  context.scale(scale, scale);
  context.translate(-left, -top);
  context.globalAlpha = FAINT;
  drawPhoto(context, levels, scale);
  context.globalAlpha = 1;
  context.save();
  context.clip(path, 'evenodd');
  drawPhoto(context, levels, scale);
  context.restore();
  context.lineWidth = (1.5 * devicePixelRatio) / scale;
  context.strokeStyle = color;
  context.stroke(path);
  return canvas;
}

/** In photo pixels. */
function drawPhoto(
  context: OffscreenCanvasRenderingContext2D,
  levels: readonly PhotoLevel[],
  scale: number,
): void {
  const index = levelAt(levels, scale);
  const pixel = 2 ** index;
  for (const { x, y, bitmap } of levels[index]?.tiles ?? []) {
    const [width, height] = [bitmap.width * pixel, bitmap.height * pixel];
    context.drawImage(bitmap, x * pixel, y * pixel, width, height);
  }
}
