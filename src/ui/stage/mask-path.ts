import type { ImageBox } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskBox } from '../../mask/measure.ts';
import { type Outline, outlineOf } from '../../mask/outline.ts';

interface CachedPaths {
  readonly outline: Outline;
  /** Null: the mask is empty. */
  readonly box: ImageBox | null;
  /** By level: vertices on a grid of 2^level photo pixels. */
  readonly byLevel: Map<number, Path2D>;
}

const paths = new WeakMap<Mask, CachedPaths>();

/**
 * The mask's outline in photo pixels, made once per mask and zoom level. Zoomed out, vertices snap
 * to a grid no coarser than a device pixel: looks the same, and a ragged 24-megapixel outline
 * stays cheap to stroke.
 */
export function maskPath(mask: Mask, devicePixelsPerPhotoPixel: number): Path2D {
  const cached = cachedPaths(mask);
  const level = Math.max(0, Math.floor(Math.log2(1 / devicePixelsPerPhotoPixel)));
  let path = cached.byLevel.get(level);
  if (!path) {
    path = pathOf(cached.outline, 2 ** level);
    cached.byLevel.set(level, path);
  }
  return path;
}

/** The tightest box around the mask, found once; null when it is empty. */
export function cachedMaskBox(mask: Mask): ImageBox | null {
  return cachedPaths(mask).box;
}

function cachedPaths(mask: Mask): CachedPaths {
  const cached = paths.get(mask) ?? {
    outline: outlineOf(mask),
    box: maskBox(mask),
    byLevel: new Map(),
  };
  paths.set(mask, cached);
  return cached;
}

function pathOf(outline: Outline, grid: number): Path2D {
  const path = new Path2D();
  for (const loop of outline) addLoop(path, loop, grid);
  return path;
}

function addLoop(path: Path2D, loop: Int32Array, grid: number): void {
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (let i = 0; i < loop.length; i += 2) {
    const x = Math.round((loop[i] ?? 0) / grid) * grid;
    const y = Math.round((loop[i + 1] ?? 0) / grid) * grid;
    if (x === lastX && y === lastY) continue;
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
    [lastX, lastY] = [x, y];
  }
  path.closePath();
}
