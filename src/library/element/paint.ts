import { ringsOf } from '../../mask/polygons.ts';
import type { PromptPoint, Size } from '../browser.ts';
import { type Mask, maskToPolygons } from '../masks.ts';

/** Longer photos are shown smaller; masks keep the photo's resolution. */
const LONGEST_SIDE = 1600;
const IN_HAND = '#1a73e8';
const LEFT_OUT = '#d93025';
/** Colours of kept masks, by class; colour-blind eyes tell them apart too. */
const KEPT = ['#e69f00', '#56b4e9', '#009e73', '#cc79a7', '#f0e442', '#d55e00'] as const;

/** What is to be seen. */
export interface Scene {
  readonly picture: ImageBitmap;
  /** By the number of its class. */
  readonly kept: readonly { readonly mask: Mask; readonly number: number }[];
  readonly inHand: Mask | null;
  readonly points: readonly PromptPoint[];
  /** Where the arrow keys have led; null: nobody uses them. */
  readonly cursor: { readonly x: number; readonly y: number } | null;
}

/** How large the canvas is for a photo. */
export function shownSize({ width, height }: Size): Size {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

export function paint(canvas: HTMLCanvasElement, scene: Scene): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { picture, kept, inHand, points, cursor } = scene;
  const scale = canvas.width / picture.width;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  context.scale(scale, canvas.height / picture.height);
  // A line as wide on every photo.
  const line = canvas.width / Math.max(1, canvas.clientWidth) / scale;
  for (const { mask, number } of kept) {
    paintMask(context, mask, KEPT[number % KEPT.length] ?? KEPT[0], 2 * line);
  }
  if (inHand) paintMask(context, inHand, IN_HAND, 2 * line);
  for (const point of points) paintPoint(context, point, line);
  if (cursor) paintCursor(context, cursor, 10 * line);
}

function paintMask(
  context: CanvasRenderingContext2D,
  mask: Mask,
  colour: string,
  line: number,
): void {
  const path = new Path2D();
  for (const ring of ringsOf(maskToPolygons(mask))) {
    for (let i = 0; i < ring.length; i += 2) path.lineTo(ring[i] ?? 0, ring[i + 1] ?? 0);
    path.closePath();
  }
  context.globalAlpha = 0.4;
  context.fillStyle = colour;
  context.fill(path, 'evenodd');
  context.globalAlpha = 1;
  context.strokeStyle = colour;
  context.lineWidth = line;
  context.stroke(path);
}

/** A plus on the object, a minus on what is left out. */
function paintPoint(context: CanvasRenderingContext2D, point: PromptPoint, line: number): void {
  const { x, y } = point;
  const isLeftOut = point.label === 'exclude';
  const arm = 4 * line;
  context.beginPath();
  context.arc(x, y, 8 * line, 0, 2 * Math.PI);
  context.fillStyle = isLeftOut ? LEFT_OUT : IN_HAND;
  context.fill();
  context.strokeStyle = 'white';
  context.lineWidth = 2 * line;
  context.stroke();
  context.beginPath();
  context.moveTo(x - arm, y);
  context.lineTo(x + arm, y);
  if (!isLeftOut) {
    context.moveTo(x, y - arm);
    context.lineTo(x, y + arm);
  }
  context.stroke();
}

function paintCursor(
  context: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
  arm: number,
): void {
  for (const [colour, line] of [
    ['black', arm / 3],
    ['white', arm / 8],
  ] as const) {
    context.beginPath();
    context.moveTo(x - arm, y);
    context.lineTo(x + arm, y);
    context.moveTo(x, y - arm);
    context.lineTo(x, y + arm);
    context.strokeStyle = colour;
    context.lineWidth = line;
    context.stroke();
  }
}
