import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyAll } from './apply-all.ts';
import type { HistoryStep } from './change.ts';
import { apply, type Change } from './change.ts';
import { EMPTY_HISTORY, type HistoryState } from './history-state.ts';
import {
  joined,
  type PackedStep,
  packStep,
  type Way,
  withinBudget,
  writePacked,
} from './packed.ts';
import { withoutStaleReviews } from './stale-reviews.ts';
import { type DocumentState, EMPTY_DOCUMENT } from './types.ts';

/** Until `limitHistory` says otherwise: the oldest steps go where the history would need more memory. */
const HISTORY_BYTES = 256 * 1024 * 1024;

/** The document, its history and the only ways to write it. Undo steps are marked by `commit`, never by a clock. */
export interface Document {
  readonly state: StoreApi<DocumentState>;
  readonly history: StoreApi<HistoryState>;
  /**
   * Applies the changes as one undo step and forgets what was undone before. Where `joins` is still the last step,
   * they become part of it, under the new name.
   */
  commit(step: HistoryStep, joins?: PackedStep | null): void;
  /** Applies changes that undo doesn't take back (opening a photo). */
  applyUnrecorded(change: Change): void;
  /** What happened stays the same, told another way; for facts that turn out to be others than thought. */
  correctHistory(correct: (step: PackedStep) => PackedStep): void;
  undo(): PackedStep | null;
  redo(): PackedStep | null;
  /** Another document takes this one's place, with the history that belongs to it. */
  replace(state: DocumentState, history: HistoryState): void;
  /** Bytes that the history may hold from the next step on. */
  limitHistory(bytes: number): void;
  /** While it is locked, nothing but `replace` changes it: whoever tries is told by `refuse`. Null: unlocked. */
  lock(refuse: (() => void) | null): void;
}

export function createDocument(
  state: StoreApi<DocumentState> = createStore(() => EMPTY_DOCUMENT),
  history: StoreApi<HistoryState> = createStore(() => EMPTY_HISTORY),
): Document {
  let limit = HISTORY_BYTES;
  let refuse: (() => void) | null = null;

  function rewrite(step: PackedStep, way: Way): void {
    state.setState((current) => writePacked(current, step, way), true);
  }

  return {
    state,
    history,
    commit(step, joins = null) {
      if (refuse) return refuse();
      const changes = withoutStaleReviews(step.changes);
      state.setState((current) => applyAll(current, changes), true);
      const packed = packStep({ ...step, changes });
      history.setState(({ done }) => {
        const isJoined = joins !== null && done.at(-1) === joins;
        const steps = isJoined ? [...done.slice(0, -1), joined(joins, packed)] : [...done, packed];
        return { done: withinBudget(steps, limit), undone: [] };
      });
    },
    applyUnrecorded(change) {
      // Nobody asked for these by name, so nobody is told.
      if (!refuse) state.setState((current) => apply(current, change), true);
    },
    correctHistory(correct) {
      if (refuse) return;
      history.setState(({ done, undone }) => ({
        done: done.map(correct),
        undone: undone.map(correct),
      }));
    },
    undo() {
      const { done, undone } = history.getState();
      const step = done.at(-1);
      if (refuse) refuse();
      if (!step || refuse) return null;
      rewrite(step, 'undo');
      history.setState({ done: done.slice(0, -1), undone: [...undone, step] });
      return step;
    },
    redo() {
      const { done, undone } = history.getState();
      const step = undone.at(-1);
      if (refuse) refuse();
      if (!step || refuse) return null;
      rewrite(step, 'redo');
      history.setState({ done: [...done, step], undone: undone.slice(0, -1) });
      return step;
    },
    replace(nextState, nextHistory) {
      state.setState(nextState, true);
      history.setState(nextHistory, true);
    },
    limitHistory(bytes) {
      limit = bytes;
    },
    lock(onRefused) {
      refuse = onRefused;
    },
  };
}
