import type { Pixels } from '../report/pixels.ts';
import type { Adjustments } from './adjustments.ts';
import { TILES } from './clahe.ts';
import type { Haze } from './haze.ts';
import type { PhotoMaps } from './maps.ts';
import type { Place } from './place.ts';
import { clamp, LEVELS, toneTable } from './tone.ts';

/** Bilateral filter (Tomasi and Manduchi, 1998): pixels to each side, sigma in pixels, and of brightness at full strength. */
export const BILATERAL = { radius: 2, sigma: 1.5, range: 0.25 } as const;
/** Where haze hides nearly all, there is nothing but noise to bring out. */
export const LEAST_TRANSMISSION = 0.1;
export const LUMA = [0.299, 0.587, 0.114] as const;

type Rgb = [number, number, number];

/**
 * Adjusts a picture of a photo, or of a part of it, into `out`, which has as many bytes; pixels that are transparent stay so. The shader
 * (ui/stage/adjust-shader.ts) does the same, step by step, and a test holds the two to one grey level.
 */
export function adjustPixels(
  picture: Pixels,
  out: Uint8ClampedArray,
  { adjustments, maps, place }: AdjustedView,
): void {
  const { width, height } = picture.size;
  const tone = toneTable(adjustments);
  const { denoise, dehaze, local } = adjustments;
  const color: Rgb = [0, 0, 0];
  for (let y = 0, at = 0; y < height; y++) {
    const v = clamp(place.top + (y + 0.5) * place.down);
    for (let x = 0; x < width; x++, at += 4) {
      out[at + 3] = picture.rgba[at + 3] ?? 0;
      if (out[at + 3] === 0) continue;
      const u = clamp(place.left + (x + 0.5) * place.across);
      if (denoise > 0) denoiseAt(picture, x, y, { denoise, step: place.step }, color);
      else for (let c = 0; c < 3; c++) color[c] = (picture.rgba[at + c] ?? 0) / 255;
      const luma = lumaOf(color);
      if (dehaze > 0) dehazed(color, maps.haze, dehaze, u, v);
      if (local > 0) brighten(color, local * (equalised(maps.clahe, luma, u, v) - luma));
      toned(color, tone, adjustments);
      for (let c = 0; c < 3; c++) out[at + c] = Math.round((color[c] ?? 0) * 255);
    }
  }
}

export interface AdjustedView {
  readonly adjustments: Adjustments;
  readonly maps: PhotoMaps;
  readonly place: Place;
}

function lumaOf([r, g, b]: Rgb): number {
  return LUMA[0] * r + LUMA[1] * g + LUMA[2] * b;
}

function denoiseAt(
  { size, rgba }: Pixels,
  x: number,
  y: number,
  { denoise, step }: { readonly denoise: number; readonly step: number },
  color: Rgb,
): void {
  const byteAt = (column: number, row: number) => {
    const inX = Math.min(Math.max(column, 0), size.width - 1);
    return (Math.min(Math.max(row, 0), size.height - 1) * size.width + inX) * 4;
  };
  const lumaAt = (at: number) =>
    (LUMA[0] * (rgba[at] ?? 0) + LUMA[1] * (rgba[at + 1] ?? 0) + LUMA[2] * (rgba[at + 2] ?? 0)) /
    255;
  const middle = lumaAt(byteAt(x, y));
  const range = 2 * (BILATERAL.range * denoise) ** 2;
  const near = 2 * BILATERAL.sigma ** 2;
  let [r, g, b, sum] = [0, 0, 0, 0];
  for (let dy = -BILATERAL.radius; dy <= BILATERAL.radius; dy++) {
    for (let dx = -BILATERAL.radius; dx <= BILATERAL.radius; dx++) {
      const at = byteAt(x + dx * step, y + dy * step);
      // Outside the photo there is nothing to average.
      if (rgba[at + 3] === 0) continue;
      const difference = lumaAt(at) - middle;
      const weight = Math.exp(-(dx * dx + dy * dy) / near - (difference * difference) / range);
      r += weight * (rgba[at] ?? 0);
      g += weight * (rgba[at + 1] ?? 0);
      b += weight * (rgba[at + 2] ?? 0);
      sum += weight;
    }
  }
  const scale = 1 / (255 * sum);
  [color[0], color[1], color[2]] = [r * scale, g * scale, b * scale];
}

function dehazed(
  color: Rgb,
  { size, transmission, air }: Haze,
  share: number,
  u: number,
  v: number,
): void {
  const x = Math.min(Math.max(u * size.width - 0.5, 0), size.width - 1);
  const y = Math.min(Math.max(v * size.height - 0.5, 0), size.height - 1);
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [x1, y1] = [Math.min(x0 + 1, size.width - 1), Math.min(y0 + 1, size.height - 1)];
  const value = (column: number, row: number) => transmission[row * size.width + column] ?? 0;
  const top = mix(value(x0, y0), value(x1, y0), x - x0);
  const bottom = mix(value(x0, y1), value(x1, y1), x - x0);
  const through = 1 - share * (1 - mix(top, bottom, y - y0) / 255);
  const clear = Math.max(through, LEAST_TRANSMISSION);
  for (let c = 0; c < 3; c++) {
    const light = air[c] ?? 0;
    color[c] = clamp(((color[c] ?? 0) - light) / clear + light);
  }
}

/** What CLAHE makes of a brightness at a place, 0 to 1. */
function equalised(tables: Uint8Array, luma: number, u: number, v: number): number {
  const x = Math.min(Math.max(u * TILES - 0.5, 0), TILES - 1);
  const y = Math.min(Math.max(v * TILES - 0.5, 0), TILES - 1);
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [x1, y1] = [Math.min(x0 + 1, TILES - 1), Math.min(y0 + 1, TILES - 1)];
  const value = (column: number, row: number) =>
    between(tables, (row * TILES + column) * LEVELS, luma);
  const top = mix(value(x0, y0), value(x1, y0), x - x0);
  const bottom = mix(value(x0, y1), value(x1, y1), x - x0);
  return mix(top, bottom, y - y0) / 255;
}

function brighten(color: Rgb, by: number): void {
  for (let c = 0; c < 3; c++) color[c] = clamp((color[c] ?? 0) + by);
}

function toned(color: Rgb, tone: Float32Array, { saturation, inverts }: Adjustments): void {
  for (let c = 0; c < 3; c++) color[c] = between(tone, 0, color[c] ?? 0);
  const grey = lumaOf(color);
  for (let c = 0; c < 3; c++) {
    const value = clamp(grey + ((color[c] ?? 0) - grey) * saturation);
    color[c] = inverts ? 1 - value : value;
  }
}

/** A table's value at 0 to 1, straight between its entries. */
function between(table: ArrayLike<number>, start: number, at: number): number {
  const place = clamp(at) * (LEVELS - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, LEVELS - 1);
  return mix(table[start + below] ?? 0, table[start + above] ?? 0, place - below);
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
