import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ImagePoint } from '../geometry/spaces.ts';

/** What hands and keys hold at the moment; the painters and the mouse cursor follow it. */
export interface StageState {
  /** H is down: the photo without masks. */
  readonly masksHidden: boolean;
  readonly hand: 'off' | 'ready' | 'dragging';
  /** The crosshair moved by the arrow keys; null while the mouse points. */
  readonly cursor: ImagePoint | null;
}

export function createStageState(): StoreApi<StageState> {
  return createStore<StageState>(() => ({ masksHidden: false, hand: 'off', cursor: null }));
}
