import { recordOf } from '../typed/records.ts';
import type { PhotoFigures } from './report.ts';

/** Faults that are measured. */
export const MEASURES = [
  'darkness',
  'noise',
  'blur',
  'motion',
  'haze',
  'contrast',
  'blocks',
] as const;
/** One of the faults that are measured. */
export type Measure = (typeof MEASURES)[number];

/** How bad it is. */
export type Level = 'none' | 'some' | 'strong';

/**
 * From where on a photo has some of it, and from where on much: what nearly no clear photo reaches, and about the median of those that
 * are degraded as the paper has it (training/photo_report.py, on the half of the photos that is not reported on).
 */
const THRESHOLDS: Readonly<Record<Measure, readonly [some: number, strong: number]>> = {
  darkness: [0.75, 0.9],
  noise: [5, 12],
  blur: [0.42, 0.6],
  motion: [0.4, 0.52],
  haze: [0.3, 0.55],
  contrast: [0.13, 0.08],
  blocks: [1.7, 4],
};

/** How far each measure's value goes: 0 below `some`, 1 at `some`, 2 at `strong`, and on up to 3. */
export type Degrees = Readonly<Record<Measure, number>>;

export function degreesOf(figures: PhotoFigures): Degrees {
  return recordOf(MEASURES, (measure) => degreeOf(measure, figures));
}

/** How much of each fault a photo has. */
export function findingsOf(figures: PhotoFigures): Readonly<Record<Measure, Level>> {
  return recordOf(MEASURES, (measure) => levelOf(measure, figures));
}

export function levelOf(measure: Measure, figures: PhotoFigures): Level {
  const degree = degreeOf(measure, figures);
  return degree >= 2 ? 'strong' : degree >= 1 ? 'some' : 'none';
}

const MOST_DEGREE = 3;

function degreeOf(measure: Measure, figures: PhotoFigures): number {
  const [some, strong] = THRESHOLDS[measure];
  const value = measure === 'motion' ? motionOf(figures, THRESHOLDS.blur[0]) : figures[measure];
  // What falls as a photo gets worse has its limits the other way round.
  const beyond = (value - some) / (strong - some);
  return beyond < 0 ? 0 : Math.min(1 + beyond, MOST_DEGREE);
}

/** A sharp photo of stripes has a direction too: it counts where the photo is blurred. */
function motionOf({ motion, blur }: PhotoFigures, blurred: number): number {
  return blur >= blurred ? motion.strength : 0;
}
