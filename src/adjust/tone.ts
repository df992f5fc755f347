import type { Adjustments } from './adjustments.ts';

export const LEVELS = 256;

/** Brightness 0 to 1 in, 0 to 1 out: exposure, black and white point, gamma, contrast; the order in which a darkroom has them. */
export function toneOf(value: number, adjustments: Adjustments): number {
  const { exposure, black, white, gamma, contrast } = adjustments;
  const lit = exposure === 0 ? value : encoded(decoded(value) * 2 ** exposure);
  const spread = clamp((lit - black) / Math.max(white - black, 0.01));
  const lifted = spread ** (1 / gamma);
  // From flat at -1 over straight at 0 to four times as steep in the middle at 1.
  const slope = contrast < 0 ? 1 + contrast : 1 + 3 * contrast;
  return clamp(0.5 + (lifted - 0.5) * slope);
}

/** The same for each 8-bit value, as the shader samples it: float32. */
export function toneTable(adjustments: Adjustments): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: LEVELS }, (_, i) => toneOf(i / (LEVELS - 1), adjustments));
}

/** sRGB to light. */
export function decoded(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Light to sRGB, up to white. */
function encoded(light: number): number {
  if (light >= 1) return 1;
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

export function clamp(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
