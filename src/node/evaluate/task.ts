import type { Condition, Subject } from '../../evaluate/results.ts';
import type { Question, TrialAnswer } from '../../evaluate/trial.ts';
import type { Mask } from '../../mask/mask.ts';
import type { EntryKind } from '../batch/journal.ts';

/** Which objects of a photo are asked about: the largest, or that, the middle one and the smallest. */
export const OBJECT_CHOICES = ['largest', 'three'] as const;
export type ObjectChoice = (typeof OBJECT_CHOICES)[number];

/** Masks of the photo's objects, or a picture with a colour for each. */
export type Truth =
  | { readonly kind: 'masks'; readonly masks: readonly Mask[] }
  | { readonly kind: 'picture'; readonly path: string };

/** One photo under one condition. */
export interface EvaluateTask {
  /** Its path below the folder, with forward slashes. */
  readonly photo: string;
  readonly path: string;
  readonly truth: Truth;
  readonly condition: Condition;
  readonly subjects: readonly Subject[];
  readonly questions: readonly Question[];
  readonly objects: ObjectChoice;
}

/** What one subject answered about one object. */
export interface SubjectAnswer {
  readonly subject: Subject;
  readonly object: number;
  readonly answer: TrialAnswer;
}

export interface DoneTrial extends Condition {
  readonly photo: string;
  readonly answers: readonly SubjectAnswer[];
}

export function keyOf({ photo, condition }: Pick<EvaluateTask, 'photo' | 'condition'>): string {
  return `${photo} ${condition.degradation ?? 'clear'} ${condition.severity}`;
}

export const DONE_TRIAL: EntryKind<DoneTrial> = {
  pack: (trial) => trial,
  unpack(_, packed) {
    // A journal of other settings is refused when it is opened.
    const { photo, degradation, severity, answers } = packed as DoneTrial;
    return { photo, degradation, severity, answers };
  },
};
