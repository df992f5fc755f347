import { boundaryIou } from '../mask/boundary.ts';
import type { Mask } from '../mask/mask.ts';
import { commonArea, maskArea } from '../mask/measure.ts';

export const METRICS = ['iou', 'pixelAccuracy', 'dice', 'boundaryIou'] as const;
export type Metric = (typeof METRICS)[number];

/** One answer against the truth; each 0 to 1, and 1 is right. */
export type Quality = Readonly<Record<Metric, number>>;

/** Throws a RangeError when the sizes differ. */
export function qualityOf(answer: Mask, truth: Mask): Quality {
  const common = commonArea(answer, truth);
  const total = maskArea(answer) + maskArea(truth);
  const pixels = truth.size.width * truth.size.height;
  return {
    iou: ratio(common, total - common),
    pixelAccuracy: 1 - (total - 2 * common) / pixels,
    dice: ratio(2 * common, total),
    boundaryIou: boundaryIou(answer, truth),
  };
}

/** Nothing wanted and nothing given is right. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
