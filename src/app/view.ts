import type { Candidate } from '../engine/protocol.ts';
import type { ImageBox, ImagePoint } from '../geometry/spaces.ts';
import type { Viewport } from '../geometry/viewport.ts';
import type { Mask } from '../mask/mask.ts';
import type { PhotoLevel } from '../photo/protocol.ts';

/** The photo on the stage. */
export interface ShownPhoto {
  readonly id: string;
  readonly levels: readonly PhotoLevel[];
}

/** The model's answer to the prompt in hand. */
export interface LiveMask {
  readonly mask: Mask;
  readonly token: number;
  readonly candidates: readonly Candidate[];
}

export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'warning' | 'error';
  readonly text: string;
}

/** What is on screen and in hand; nothing here needs saving or undoing. */
export interface ViewState {
  readonly photo: ShownPhoto | null;
  /** Name of the file being opened; null when none is. */
  readonly opening: string | null;
  /** Embedding of the shown photo is ready for clicks. */
  readonly embedded: boolean;
  readonly viewport: Viewport;
  /** Live mask of the prompt in hand; null when there is no prompt or no answer yet. */
  readonly live: LiveMask | null;
  /** A click is waiting for its mask. */
  readonly pending: boolean;
  readonly hoverMask: Mask | null;
  readonly hoverEnabled: boolean;
  /** What a tap adds: the +/- switch. */
  readonly polarity: 'include' | 'exclude';
  /** The box being dragged. */
  readonly draftBox: ImageBox | null;
  /** Pointer over the photo, for the readout and the F / G keys. */
  readonly pointer: ImagePoint | null;
  readonly selectedObjectId: string | null;
  readonly theme: 'system' | 'light' | 'dark';
  readonly notices: readonly Notice[];
}
