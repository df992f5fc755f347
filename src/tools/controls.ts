import type { StoreApi } from 'zustand/vanilla';
import type { Annotator } from '../app/annotator.ts';
import { trackHeldKeys } from './held-keys.ts';
import { bindKeys, isInOverlay, isOnStage, type KeyActions } from './keyboard.ts';
import { attachPointer } from './pointer.ts';
import type { StageState } from './stage-state.ts';
import { attachWheel } from './wheel-events.ts';

/** Puts hands and keys on the stage; the result takes them off again. */
export function attachControls(
  annotator: Annotator,
  stage: HTMLElement,
  state: StoreApi<StageState>,
  actions: Omit<KeyActions, 'cancelGesture'>,
): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const keys = trackHeldKeys(signal, acceptsHold, ({ isHeld }) => {
    state.setState({ masksHidden: isHeld('KeyH'), hand: isHeld('Space') ? 'ready' : 'off' });
  });
  const pointer = attachPointer({ annotator, stage, state, keys, signal });
  attachWheel({ annotator, stage, keys, signal });
  const unbindKeys = bindKeys(annotator, stage, state, { ...actions, ...pointer });

  /** Space on a button presses the button; with Ctrl, H is the browser's. */
  function acceptsHold(event: KeyboardEvent): boolean {
    if (event.code.startsWith('Control')) return true;
    if (event.code !== 'Space') return !event.ctrlKey && !event.metaKey && !isInOverlay(event);
    const accepted = isOnStage(event, stage) && annotator.view.getState().photo !== null;
    // The page must not scroll.
    if (accepted) event.preventDefault();
    return accepted;
  }

  return () => {
    pointer.cancelGesture();
    controller.abort();
    unbindKeys();
  };
}
