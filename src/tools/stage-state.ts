import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ModelKind } from '../contract/model-kind.ts';
import type { ImagePoint, ScreenPoint } from '../geometry/spaces.ts';

/** One stage on the page: the only one, or one of two that show a model each. */
export interface StageElement {
  readonly element: HTMLElement;
  /** Null for the only one. */
  readonly model: ModelKind | null;
}

/** What hands and keys hold at the moment; the painters and the mouse cursor follow it. */
export interface StageState {
  /** H is down: the photo without masks. */
  readonly masksHidden: boolean;
  /** The key is down that shows the photo without its adjustments. */
  readonly showsOriginal: boolean;
  readonly hand: 'off' | 'ready' | 'dragging';
  /** The crosshair moved by the arrow keys; null while the mouse points. */
  readonly cursor: ImagePoint | null;
  /** The stage the mouse is on: the other one shows where it points. */
  readonly pointed: HTMLElement | null;
  /** Where on which stage the hand is, for the brush's circle. */
  readonly held: { readonly stage: HTMLElement; readonly at: ScreenPoint } | null;
}

export function createStageState(): StoreApi<StageState> {
  return createStore<StageState>(() => ({
    masksHidden: false,
    showsOriginal: false,
    hand: 'off',
    cursor: null,
    pointed: null,
    held: null,
  }));
}
