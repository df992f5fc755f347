import { type Canvas, createCanvas, ImageData } from '@napi-rs/canvas';
import type { Photo as Pixels } from '../../degrade/photo.ts';
import type { Random } from '../../degrade/random.ts';
import type { ImageBox, Size } from '../../geometry/spaces.ts';
import { maskFromBitmap, maskToBitmap } from '../../mask/bitmap.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea, maskBox } from '../../mask/measure.ts';
import { withoutObject } from './inpainted.ts';

/** How an object or the camera moves from one frame to the next; lengths in parts of the frame's longer side. */
export interface Motion {
  readonly way: number;
  readonly scale: number;
  readonly degrees: number;
  /** How far the camera pans, and how it zooms. */
  readonly pan: number;
  readonly zoom: number;
}

const STILL: Motion = { way: 0, scale: 1, degrees: 0, pan: 0, zoom: 1 };

export const MOTIONS: Readonly<Record<string, Motion>> = {
  still: STILL,
  near: { ...STILL, way: 0.06 },
  far: { ...STILL, way: 0.25 },
  larger: { ...STILL, way: 0.1, scale: 1.3 },
  smaller: { ...STILL, way: 0.1, scale: 0.75 },
  turned: { ...STILL, way: 0.1, degrees: 20 },
  camera: { ...STILL, pan: 0.1, zoom: 1.1 },
  both: { way: 0.12, scale: 1.1, degrees: 8, pan: 0.08, zoom: 0.95 },
};

/** Two frames of a made scene, and where the object is on each. */
export interface Scene {
  readonly first: { readonly pixels: Pixels; readonly mask: Mask };
  readonly second: { readonly pixels: Pixels; readonly mask: Mask };
  /** The second frame without the object, whose place is filled in. */
  readonly without: Pixels;
}

/** A frame is this part of its photo, so the camera can move. */
const FRAME = 0.8;
/** Parts of the object that both frames show at least. */
const SHOWN = 0.9;
const TRIES = 40;

/**
 * An object cut out of its photo and pasted over it again elsewhere; the hole is filled in from its edges. Null where no way of
 * that length keeps both the object and its new place in the frames.
 */
export function makeScene(photo: Pixels, mask: Mask, motion: Motion, random: Random): Scene | null {
  const box = maskBox(mask);
  if (!box) return null;
  const layers = { object: cutOut(photo, mask), behind: drawn(withoutObject(photo, mask)) };
  const whole = drawn(photo);
  const { width, height } = photo.size;
  const frame = { width: Math.round(width * FRAME), height: Math.round(height * FRAME) };
  const longest = Math.max(frame.width, frame.height);
  for (let i = 0; i < TRIES; i++) {
    const turn = random.between(0, 2 * Math.PI);
    const panned = random.between(0, 2 * Math.PI);
    const start = {
      x: random.between(0, width - frame.width),
      y: random.between(0, height - frame.height),
    };
    const second = {
      x: start.x + Math.cos(panned) * motion.pan * longest,
      y: start.y + Math.sin(panned) * motion.pan * longest,
    };
    const end = windowIn(second, frame, motion.zoom, photo.size);
    if (!end) continue;
    const paste = {
      box,
      dx: Math.cos(turn) * motion.way * longest,
      dy: Math.sin(turn) * motion.way * longest,
      scale: motion.scale,
      radians: (motion.degrees * Math.PI) / 180,
    };
    const begin = { ...start, zoom: 1 };
    const first = { pixels: seen([whole], frame, begin), mask: maskIn(layers, frame, begin) };
    const moved = maskIn(layers, frame, end, paste);
    const full = maskArea(mask);
    const grown = (motion.scale * motion.zoom) ** 2;
    if (maskArea(first.mask) < SHOWN * full || maskArea(moved) < SHOWN * full * grown) continue;
    return {
      first,
      second: { pixels: seen([layers.behind, layers.object], frame, end, paste), mask: moved },
      without: seen([layers.behind], frame, end),
    };
  }
  return null;
}

/** The part of the photo that a frame shows, `zoom` times enlarged. */
interface Window {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

interface Paste {
  readonly box: ImageBox;
  readonly dx: number;
  readonly dy: number;
  readonly scale: number;
  readonly radians: number;
}

/** Null where it would reach out of the photo. */
function windowIn(
  at: { x: number; y: number },
  frame: Size,
  zoom: number,
  photo: Size,
): Window | null {
  const [width, height] = [frame.width / zoom, frame.height / zoom];
  const isIn =
    at.x >= 0 && at.y >= 0 && at.x + width <= photo.width && at.y + height <= photo.height;
  return isIn ? { ...at, zoom } : null;
}

/** The first layer as it is, those after it where they were pasted. */
function seen(layers: readonly Canvas[], frame: Size, window: Window, paste?: Paste): Pixels {
  const canvas = createCanvas(frame.width, frame.height);
  const context = canvas.getContext('2d');
  for (const [i, layer] of layers.entries()) {
    context.setTransform(
      window.zoom,
      0,
      0,
      window.zoom,
      -window.x * window.zoom,
      -window.y * window.zoom,
    );
    if (i > 0 && paste) {
      const { x0, y0, x1, y1 } = paste.box;
      const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
      context.translate(cx + paste.dx, cy + paste.dy);
      context.rotate(paste.radians);
      context.scale(paste.scale, paste.scale);
      context.translate(-cx, -cy);
    }
    context.drawImage(layer, 0, 0);
  }
  const { data } = context.getImageData(0, 0, frame.width, frame.height);
  return { size: frame, rgba: new Uint8ClampedArray(data) };
}

function maskIn(
  { object }: { readonly object: Canvas },
  frame: Size,
  window: Window,
  paste?: Paste,
): Mask {
  const empty = createCanvas(1, 1);
  const at = paste ?? { box: { x0: 0, y0: 0, x1: 0, y1: 0 }, dx: 0, dy: 0, scale: 1, radians: 0 };
  const { rgba } = seen([empty, object], frame, window, at);
  const pixels = frame.width * frame.height;
  return maskFromBitmap(
    Uint8Array.from({ length: pixels }, (_, i) => ((rgba[4 * i + 3] ?? 0) > 127 ? 1 : 0)),
    frame,
  );
}

function cutOut({ size, rgba }: Pixels, mask: Mask): Canvas {
  const inside = maskToBitmap(mask);
  const own = rgba.slice();
  for (let i = 0; i < inside.length; i++) own[4 * i + 3] = inside[i] ? 255 : 0;
  return drawn({ size, rgba: own });
}

function drawn({ size, rgba }: Pixels): Canvas {
  const canvas = createCanvas(size.width, size.height);
  canvas.getContext('2d').putImageData(new ImageData(rgba, size.width, size.height), 0, 0);
  return canvas;
}
