import type { PackedStep } from './packed.ts';

export interface HistoryState {
  readonly done: readonly PackedStep[];
  readonly undone: readonly PackedStep[];
}

export const EMPTY_HISTORY: HistoryState = { done: [], undone: [] };
