import type { PackedLabels } from './packed.ts';

/** The same object in both sets, by its index in each. */
export interface Pair {
  readonly ours: number;
  readonly truth: number;
  readonly iou: number;
  readonly boundaryIou: number;
}

/** What one photo's labels have in common with the truth. */
export interface PhotoScore {
  readonly pairs: readonly Pair[];
  /** Objects of the truth: nothing was labelled there. */
  readonly missed: readonly number[];
  /** Objects of ours: nothing in the truth is there. */
  readonly surplus: readonly number[];
}

/** What the worker offers: thousands of masks take longer than a frame. */
export interface ScoringWorker {
  /** `isClassAware`: only objects of one class are a pair. */
  score(ours: PackedLabels, truth: PackedLabels, isClassAware: boolean): Promise<PhotoScore>;
}
