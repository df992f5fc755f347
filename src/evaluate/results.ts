import type { DegradationName } from '../degrade/stack.ts';
import type { Metric } from './metrics.ts';
import type { MaskQuestion, TrialAnswer } from './trial.ts';

/** Who is asked, about which pixels: as they are, or brightened and cleaned for the eye before. */
export const SUBJECTS = ['plain', 'robust', 'restored_plain', 'restored_robust'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What was done to a photo; null: nothing. */
export interface Condition {
  readonly degradation: DegradationName | null;
  /** 0 to 1; 0 where nothing was done. */
  readonly severity: number;
}

export interface Row extends Condition {
  readonly photo: string;
  readonly subject: Subject;
  /** Index among the objects of the photo that are asked about. */
  readonly object: number;
  readonly answer: TrialAnswer;
}

/** A mean over photos, and between what 95 % of the means of photos drawn with replacement lie. */
export interface Mean {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export type Scope = 'clear' | 'degraded' | 'degradation' | 'severity' | 'condition';

/** Which rows a figure is about. */
interface About {
  readonly scope: Scope;
  /** Set for a degradation or a condition. */
  readonly degradation: DegradationName | null;
  /** Set for a severity or a condition. */
  readonly severity: number | null;
  readonly subject: Subject;
  readonly photos: number;
}

export interface MaskFigures extends About, Readonly<Record<Metric, Mean>> {
  readonly prompt: MaskQuestion;
  /** IoU above plain SAM's on the same photos; null of plain SAM. */
  readonly gain: Mean | null;
}

export interface ClickFigures extends About {
  /** For each of GOOD_ENOUGH: clicks needed, MOST_CLICKS where they were not enough, and the share of those. */
  readonly counts: readonly {
    readonly wanted: number;
    readonly clicks: Mean;
    readonly failed: number;
  }[];
}

export interface Results {
  readonly madeWith: Readonly<Record<string, unknown>>;
  readonly photos: number;
  readonly masks: readonly MaskFigures[];
  readonly clicks: readonly ClickFigures[];
  /** Lowest IoU of RobustSAM first. */
  readonly worst: readonly WorstCase[];
}

export interface WorstCase extends Condition {
  readonly photo: string;
  readonly object: number;
  readonly prompt: MaskQuestion;
  readonly iou: Readonly<Partial<Record<Subject, number>>>;
}
