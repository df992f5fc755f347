import type { DegradationName } from '../../degrade/stack.ts';
import type { Condition, Row, Subject } from '../../evaluate/results.ts';
import type { Mask } from '../../mask/mask.ts';

export interface LabStep {
  readonly id: string;
  readonly name: DegradationName;
  /** 0 to 1. */
  readonly severity: number;
}

/** A mask of the degraded photo against the truth. */
export interface LabResult {
  readonly subject: Subject;
  readonly mask: Mask;
  /** What the model expects. */
  readonly predictedIou: number;
  readonly iou: number;
  readonly boundaryIou: number;
}

export interface LabResults {
  readonly truth: Mask;
  /** Name of the object that counts as the truth; null: the mask in hand does. */
  readonly objectName: string | null;
  readonly all: readonly LabResult[];
}

/** A bad mask of a run, drawn where it could be. */
export interface LabCase extends Condition {
  readonly subject: Subject;
  readonly iou: number;
  readonly picture: Blob | null;
}

/** Every degradation at every severity, as far as it came. */
export interface LabRun {
  readonly photoId: string;
  readonly seed: number;
  readonly done: number;
  readonly of: number;
  /** As performance.now() has it. */
  readonly startedAt: number;
  readonly isOver: boolean;
  readonly rows: readonly Row[];
  /** Lowest IoU first. */
  readonly worst: readonly LabCase[];
}

export type LabFailure =
  | { readonly kind: 'unreadable' }
  /** `detail`: in words. */
  | { readonly kind: 'degrading' | 'asking'; readonly detail: string };

export interface LabState {
  /** Stay while the lab is closed. */
  readonly steps: readonly LabStep[];
  readonly seed: number;
  /** Null: the photo at its full size is there. */
  readonly work: 'degrading' | 'asking' | 'running' | null;
  readonly failure: LabFailure | null;
  /** Null: nobody has asked since the stack changed. */
  readonly results: LabResults | null;
  /** Stays until the next one, or another photo. */
  readonly run: LabRun | null;
  /** Whose difference from the truth is on the stage. */
  readonly shownSubject: Subject | null;
}

export const NEW_LAB: LabState = {
  steps: [],
  seed: 1,
  work: null,
  failure: null,
  results: null,
  run: null,
  shownSubject: null,
};
