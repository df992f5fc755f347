import type { StoredSet } from '../../models/store.ts';

/** What is going on with a set that is not in use yet; bytes, or null where nobody knows. */
export interface SetWork {
  readonly name: string;
  readonly step: 'reading' | 'starting';
  readonly done: number;
  readonly total: number;
}

export interface ModelSetsState {
  readonly stored: readonly StoredSet[];
  /** Id of the stored set in use; null: the one that came with the app. */
  readonly chosen: string | null;
  readonly work: SetWork | null;
}

export function noSetsKnown(chosen: string | null): ModelSetsState {
  return { stored: [], chosen, work: null };
}
