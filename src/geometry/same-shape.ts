import type { Size } from './spaces.ts';

/** Sides in another ratio than by so much are no copy of a picture. */
const MOST_OFF = 0.02;

/**
 * How a picture of one size becomes one of another: resized, or with its sides exchanged (and maybe
 * resized); null: it can't be the same picture.
 */
export function sameShape(one: Size, other: Size): 'scaled' | 'turned' | null {
  const turned = { width: one.height, height: one.width };
  if (turned.width === other.width && turned.height === other.height) return 'turned';
  if (isScaled(one, other)) return 'scaled';
  return isScaled(turned, other) ? 'turned' : null;
}

/** Whether the smaller one is the larger one, resized and rounded to pixels. */
function isScaled(a: Size, b: Size): boolean {
  const [small, large] = a.width * a.height < b.width * b.height ? [a, b] : [b, a];
  const byWidth = (large.height * small.width) / large.width;
  const byHeight = (large.width * small.height) / large.height;
  const isRounded = Math.abs(byWidth - small.height) <= 1 || Math.abs(byHeight - small.width) <= 1;
  return isRounded && Math.abs(byWidth / small.height - 1) < MOST_OFF;
}
