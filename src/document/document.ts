import { createStore, type StoreApi } from 'zustand/vanilla';
import { apply, type Change, invert } from './change.ts';
import { type DocumentState, EMPTY_DOCUMENT } from './types.ts';

/** One undo step: what the person did in one go, on the photo they did it on. */
export interface HistoryStep {
  readonly name: string;
  /** Null: it is about the whole project. */
  readonly photoId: string | null;
  readonly changes: readonly Change[];
}

interface HistoryState {
  readonly done: readonly HistoryStep[];
  readonly undone: readonly HistoryStep[];
}

/** The document, its history and the only ways to write it. Undo steps are marked by `commit`, never by a clock. */
export interface Document {
  readonly state: StoreApi<DocumentState>;
  readonly history: StoreApi<HistoryState>;
  /** Applies the changes as one undo step and forgets what was undone before. */
  commit(step: HistoryStep): void;
  /** Applies changes that undo doesn't take back (opening a photo). */
  applyUnrecorded(change: Change): void;
  undo(): HistoryStep | null;
  redo(): HistoryStep | null;
}

export function createDocument(): Document {
  const state = createStore<DocumentState>(() => EMPTY_DOCUMENT);
  const history = createStore<HistoryState>(() => ({ done: [], undone: [] }));

  function write(changes: readonly Change[]): void {
    state.setState((current) => changes.reduce(apply, current), true);
  }

  return {
    state,
    history,
    commit(step) {
      write(step.changes);
      history.setState(({ done }) => ({ done: [...done, step], undone: [] }));
    },
    applyUnrecorded(change) {
      write([change]);
    },
    undo() {
      const { done, undone } = history.getState();
      const step = done.at(-1);
      if (!step) return null;
      write(step.changes.map(invert).reverse());
      history.setState({ done: done.slice(0, -1), undone: [...undone, step] });
      return step;
    },
    redo() {
      const { done, undone } = history.getState();
      const step = undone.at(-1);
      if (!step) return null;
      write(step.changes);
      history.setState({ done: [...done, step], undone: undone.slice(0, -1) });
      return step;
    },
  };
}
