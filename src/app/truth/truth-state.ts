import type { MaskObject } from '../../document/types.ts';
import type { Skipped } from '../../formats/reading/result.ts';
import type { Labelled } from '../../scoring/packed.ts';

/** Which of the two sets files are read for. `ours` is held against `truth`. */
export type SetSide = 'truth' | 'ours';

/** Labels from files that stay beside the project and change nothing of it. */
export interface LabelSet {
  /** The file's or folder's. */
  readonly name: string;
  /** By photo of the project; those that the files name without an object are empty. */
  readonly photos: ReadonlyMap<string, readonly Labelled[]>;
  readonly objects: number;
  /** Names of photos that the project doesn't have. */
  readonly unmatched: readonly string[];
  /** Photos whose labels were made for a resized or turned copy, and were fitted. */
  readonly fitted: number;
  /** Objects that were made for a copy which can't be fitted. */
  readonly leftOut: number;
  readonly skipped: readonly Skipped[];
}

/** Why files are no set to hold labels against. */
export type SetFailure =
  /** Not one object, whatever the files are. */
  | { readonly kind: 'empty'; readonly skipped: readonly Skipped[] }
  /** Objects of other photos alone. */
  | { readonly kind: 'no-photo'; readonly names: readonly string[] }
  /** Only for photos of other sizes, which can't be fitted. */
  | { readonly kind: 'other-sizes'; readonly skipped: readonly Skipped[] }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'other'; readonly detail: string };

/** An object of either set. */
export interface Held extends Labelled {
  /** The project's; null: it came with a set. */
  readonly object: MaskObject | null;
}

/** An object of the truth, one of ours, or the same in both. One of the two is there. */
export interface Row {
  readonly id: string;
  readonly photoId: string;
  readonly ours: Held | null;
  readonly truth: Held | null;
  /** 0 for what is missed or surplus. */
  readonly iou: number;
  readonly boundaryIou: number;
}

export const ROW_FILTERS = ['all', 'missed', 'surplus', 'pairs'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

export interface TruthWork {
  readonly kind: 'reading' | 'scoring';
  readonly done: number;
  readonly of: number;
}

export interface TruthState {
  readonly isOpen: boolean;
  readonly truth: LabelSet | null;
  /** What is held against the truth; null: the project's own labels. */
  readonly ours: LabelSet | null;
  readonly isClassAware: boolean;
  /** From which IoU on an object counts as found. */
  readonly threshold: number;
  readonly filter: RowFilter;
  readonly work: TruthWork | null;
  readonly failure: SetFailure | null;
  /** The worst first. */
  readonly rows: readonly Row[];
  readonly shownId: string | null;
}

export const NO_TRUTH: TruthState = {
  isOpen: false,
  truth: null,
  ours: null,
  isClassAware: false,
  threshold: 0.5,
  filter: 'all',
  work: null,
  failure: null,
  rows: [],
  shownId: null,
};
