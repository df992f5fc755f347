import type { Hands } from './actions/action.ts';
import { allKeys } from './all-keys.ts';
import { bindKeys, isInOverlay, isOnStage } from './keyboard.ts';
import { trackHeldKeys } from './keys/held-keys.ts';
import { attachPointer } from './pointer.ts';
import type { StageElement } from './stage-state.ts';
import { attachWheel } from './wheel-events.ts';

/** Puts hands and keys on the stages, which show the same photo; the result takes them off again. */
export function attachControls(hands: Hands, stages: readonly StageElement[]): () => void {
  const { annotator, stage: state } = hands;
  const controller = new AbortController();
  const { signal } = controller;
  const elements = stages.map(({ element }) => element);
  const keys = trackHeldKeys(signal, acceptsHold, ({ isHeld }) => {
    state.setState({
      masksHidden: isHeld('KeyH'),
      showsOriginal: isHeld('Backquote'),
      hand: isHeld('Space') ? 'ready' : 'off',
    });
  });
  const pointers = stages.map((stage) => attachPointer({ hands, stage, keys, signal }));
  for (const stage of elements) attachWheel({ annotator, stage, keys, signal });
  const own = { ...hands, cancelGesture };
  const unbindKeys = bindKeys(own, elements, allKeys(own));

  function cancelGesture(): boolean {
    return pointers.map((pointer) => pointer.cancelGesture()).includes(true);
  }

  /** Space on a button presses the button; with Ctrl, H is the browser's, with Shift it hides for good. */
  function acceptsHold(event: KeyboardEvent): boolean {
    if (event.code.startsWith('Control')) return true;
    if (event.code !== 'Space') return !hasModifier(event) && !isInOverlay(event);
    const accepted = isOnStage(event, elements) && annotator.view.getState().photo !== null;
    // The page must not scroll.
    if (accepted) event.preventDefault();
    return accepted;
  }

  return () => {
    cancelGesture();
    controller.abort();
    unbindKeys();
  };
}

function hasModifier({ ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || shiftKey;
}
