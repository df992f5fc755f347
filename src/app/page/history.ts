import type { StoreApi } from 'zustand/vanilla';
import type { HistoryStep } from '../../document/change.ts';
import type { HistoryState } from '../../document/history-state.ts';
import type { Context } from '../state/context.ts';

export interface HistoryVerbs {
  readonly history: StoreApi<HistoryState>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Name of the step undo / redo would take back or bring back, for tooltips. */
  undoName(): string | null;
  redoName(): string | null;
}

interface Stage {
  showPhoto(photoId: string): Promise<void>;
  refresh(): Promise<void>;
}

export function createHistory({ document }: Context, { showPhoto, refresh }: Stage): HistoryVerbs {
  /** An undone step is shown where it happened. */
  async function reveal(step: Pick<HistoryStep, 'photoId'> | null): Promise<void> {
    // What is about the whole project can be seen from any photo.
    if (!step?.photoId) return;
    await showPhoto(step.photoId);
    await refresh();
  }

  return {
    history: document.history,
    undo: () => reveal(document.undo()),
    redo: () => reveal(document.redo()),
    ...historyQuestions(document.history),
  };
}

type HistoryQuestions = Pick<HistoryVerbs, 'canUndo' | 'canRedo' | 'undoName' | 'redoName'>;

export function historyQuestions(history: StoreApi<HistoryState>): HistoryQuestions {
  return {
    canUndo: () => history.getState().done.length > 0,
    canRedo: () => history.getState().undone.length > 0,
    undoName: () => history.getState().done.at(-1)?.name ?? null,
    redoName: () => history.getState().undone.at(-1)?.name ?? null,
  };
}
