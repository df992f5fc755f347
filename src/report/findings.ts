import type { PhotoReport } from './report.ts';

export const MEASURES = [
  'darkness',
  'noise',
  'blur',
  'motion',
  'haze',
  'contrast',
  'blocks',
] as const;
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

export function findingsOf(report: PhotoReport): Readonly<Record<Measure, Level>> {
  const levels = MEASURES.map((measure) => [measure, levelOf(measure, report)] as const);
  return Object.fromEntries(levels) as Record<Measure, Level>;
}

function levelOf(measure: Measure, report: PhotoReport): Level {
  const [some, strong] = THRESHOLDS[measure];
  const value = measure === 'motion' ? motionOf(report, THRESHOLDS.blur[0]) : report[measure];
  const isBeyond = (limit: number) => (strong > some ? value >= limit : value <= limit);
  if (isBeyond(strong)) return 'strong';
  return isBeyond(some) ? 'some' : 'none';
}

/** A sharp photo of stripes has a direction too: it counts where the photo is blurred. */
function motionOf({ motion, blur }: PhotoReport, blurred: number): number {
  return blur >= blurred ? motion.strength : 0;
}
