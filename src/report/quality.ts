import { recordOf } from '../typed/records.ts';
import { degreesOf, type Level, levelOf, MEASURES, type Measure } from './findings.ts';
import type { PhotoFigures } from './report.ts';

/** What a photo can be asked for by; it may be dark and noisy at once. */
export const QUALITIES = ['clear', ...MEASURES, 'unmeasured'] as const;
export type Quality = (typeof QUALITIES)[number];

/** Half a grey level: all that a flat photo has is what rounding left of it. */
const FLAT_CONTRAST = 0.5 / 255;

/** Nothing is on it that could be measured: it is of one colour, or of one pixel. */
export function isBlank({ contrast }: PhotoFigures): boolean {
  return contrast < FLAT_CONTRAST;
}

/** Worst first; none where the photo is clear, blank or not measured. */
export function faultsOf(figures: PhotoFigures | undefined): readonly Measure[] {
  if (!figures || isBlank(figures)) return [];
  const degrees = degreesOf(figures);
  const isDim = degrees.darkness >= 1 || degrees.haze >= 1;
  // A dark or hazy photo lacks contrast because of that: its cause is said before.
  const rank = (measure: Measure) => (measure === 'contrast' && isDim ? 0 : degrees[measure]);
  return MEASURES.filter((measure) => degrees[measure] >= 1).sort((a, b) => rank(b) - rank(a));
}

export function hasQuality(figures: PhotoFigures | undefined, quality: Quality): boolean {
  if (!figures || isBlank(figures)) return quality === 'unmeasured';
  if (quality === 'unmeasured') return false;
  const faults = faultsOf(figures);
  return quality === 'clear' ? faults.length === 0 : faults.includes(quality);
}

/** By one measure, or all of them together; a photo that says nothing is least. */
export function badnessOf(figures: PhotoFigures | undefined, measure: Measure | null): number {
  if (!figures || isBlank(figures)) return -1;
  const degrees = degreesOf(figures);
  if (measure) return degrees[measure];
  // Motion is blur that has a direction, and not one more fault.
  return MEASURES.reduce((sum, one) => sum + (one === 'motion' ? 0 : degrees[one]), 0);
}

/** How many of some photos are how bad. */
export interface QualityCounts {
  readonly clear: number;
  /** Also those that have nothing to be measured. */
  readonly unmeasured: number;
  readonly faults: Readonly<Record<Measure, Readonly<Record<Exclude<Level, 'none'>, number>>>>;
}

export function countQualities(all: readonly (PhotoFigures | undefined)[]): QualityCounts {
  const count = (holds: (figures: PhotoFigures | undefined) => boolean) => all.filter(holds).length;
  const isAt = (measure: Measure, level: Level) => (figures: PhotoFigures | undefined) =>
    figures !== undefined && !isBlank(figures) && levelOf(measure, figures) === level;
  return {
    clear: count((figures) => hasQuality(figures, 'clear')),
    unmeasured: count((figures) => hasQuality(figures, 'unmeasured')),
    faults: recordOf(MEASURES, (measure) => ({
      some: count(isAt(measure, 'some')),
      strong: count(isAt(measure, 'strong')),
    })),
  };
}
