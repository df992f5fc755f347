import model from './clarity.json' with { type: 'json' };
import { hasQuality } from './quality.ts';
import type { PhotoFigures } from './report.ts';

/**
 * Whether a photo is clear to the model, which then sees it through the frozen encoder: the report finds nothing wrong,
 * nor does what was learned of it. Snow, rain and ripples have no measure of their own and still leave their trace in
 * those of noise, blur and haze. Logistic regression on train photos, clear and degraded (training/fit_clarity.py).
 */
export function isClearPhoto(figures: PhotoFigures | undefined): boolean {
  if (!figures || !hasQuality(figures, 'clear')) return false;
  const sum = clarityFeatures(figures).reduce(
    (total, value, i) => total + value * (model.weights[i] ?? 0),
    model.bias,
  );
  return sum > 0;
}

/** Figures on scales on which equal steps matter alike, their squares and products. */
export function clarityFeatures({
  noise,
  blur,
  motion,
  darkness,
  haze,
  contrast,
  blocks,
}: PhotoFigures): readonly number[] {
  const values = [
    Math.log1p(noise),
    blur,
    motion.strength,
    darkness,
    haze,
    contrast,
    Math.log(Math.max(blocks, LEAST_BLOCKS)),
  ];
  const products = values.flatMap((one, i) => values.slice(i).map((other) => one * other));
  return [...values, ...products];
}

/** A flat photo has no steps at all. */
const LEAST_BLOCKS = 0.1;
