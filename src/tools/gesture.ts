import type { Draft } from '../app/state/editing.ts';
import type { ImagePoint, ScreenPoint } from '../geometry/spaces.ts';
import type { HandlePlace } from '../mask/handles.ts';
import type { StrokePoint } from '../mask/stroke.ts';

/**
 * The words between the stage's DOM events and its gestures. A gesture is a small state; the
 * reducers (mouse.ts, touch.ts) are pure: input in, next state and commands out. Time and position
 * are arguments, so every story, with every exit, can be told in a test.
 */
export interface Spot {
  /** CSS pixels of the stage: for thresholds and panning. */
  readonly screen: ScreenPoint;
  /** The same place in photo pixels, which holds when the view moves in mid-gesture. */
  readonly image: ImagePoint;
  /** CSS pixels per photo pixel. */
  readonly scale: number;
  /** Pressure of a pen, 0 to 1; else 1. */
  readonly pressure: number;
}

/** What a press would add: what the +/- switch says, or an exclude point whatever it says; or what it would select. */
export type PressLabel = 'switch' | 'exclude' | 'select' | 'select-more';

export type GestureInput =
  | {
      readonly type: 'down';
      readonly id: number;
      readonly device: 'pointer' | 'touch';
      /** The hand: space is held, or the middle button. */
      readonly pans: boolean;
      readonly label: PressLabel;
      readonly spot: Spot;
      readonly time: number;
    }
  | {
      readonly type: 'move';
      readonly id: number;
      readonly device: 'pointer' | 'touch';
      readonly spot: Spot;
    }
  | { readonly type: 'up'; readonly id: number; readonly spot: Spot; readonly time: number }
  /** The finger, or the right button, has rested for HOLD_MILLISECONDS. */
  | { readonly type: 'hold'; readonly id: number }
  /** The pointer left the stage. */
  | { readonly type: 'leave' }
  /** Esc, the browser took the pointer, capture was lost, the window lost focus, the tool changed. */
  | { readonly type: 'cancel' };

export type Gesture =
  | { readonly kind: 'idle'; readonly lastClick: Click | null }
  /** A button is down and has not left the jitter circle. */
  | {
      readonly kind: 'press';
      readonly id: number;
      readonly start: Spot;
      readonly label: PressLabel;
      readonly lastClick: Click | null;
    }
  | {
      readonly kind: 'box';
      readonly id: number;
      readonly anchor: ImagePoint;
      readonly last: ScreenPoint;
    }
  | { readonly kind: 'pan'; readonly id: number; readonly last: ScreenPoint }
  | (Drawn & { readonly kind: 'stroke'; readonly points: readonly StrokePoint[] })
  | (Drawn & { readonly kind: 'lasso'; readonly points: readonly ImagePoint[] })
  | (Drawn & {
      readonly kind: 'rectangle';
      readonly anchor: ImagePoint;
      readonly opposite: ImagePoint;
    })
  /** A corner of a polygon is being placed; the corners before it are in the draft. */
  | {
      readonly kind: 'corner';
      readonly id: number;
      readonly device: 'pointer' | 'touch';
      readonly removes: boolean;
      readonly last: ScreenPoint;
      readonly lastClick: Click | null;
      readonly time: number;
    }
  /** A point of an outline follows the pointer. */
  | (HandlePress & { readonly kind: 'handle'; readonly isMoving: boolean })
  /** Pressed beside the outline: a click selects, a drag pans. */
  | (HandlePress & { readonly kind: 'beside'; readonly at: ImagePoint; readonly adds: boolean })
  /** One finger is down and has not said yet what it wants. */
  | { readonly kind: 'touch'; readonly id: number; readonly start: Spot; readonly time: number }
  | {
      readonly kind: 'fingers';
      readonly fingers: readonly Finger[];
      /** The most fingers down at once: two taps undo, three redo. */
      readonly most: number;
      readonly moved: boolean;
      readonly time: number;
    };

/** A pointer is down and draws. */
export type Drawing = Extract<Gesture, Drawn>;

interface HandlePress {
  readonly id: number;
  readonly device: 'pointer' | 'touch';
  readonly start: ScreenPoint;
  readonly last: ScreenPoint;
  readonly time: number;
}

/** Common to what is drawn in one go. */
interface Drawn {
  readonly id: number;
  readonly removes: boolean;
  readonly start: ScreenPoint;
  readonly last: ScreenPoint;
  readonly time: number;
}

export interface Click {
  readonly at: ScreenPoint;
  readonly time: number;
}

export interface Finger {
  readonly id: number;
  readonly start: ScreenPoint;
  readonly last: ScreenPoint;
}

export type Command =
  | { readonly do: 'point'; readonly at: ImagePoint; readonly label: 'switch' | 'exclude' }
  | { readonly do: 'select'; readonly at: ImagePoint; readonly adds: boolean }
  | { readonly do: 'draft'; readonly from: ImagePoint; readonly to: ImagePoint }
  | { readonly do: 'drop-draft' }
  | { readonly do: 'box'; readonly from: ImagePoint; readonly to: ImagePoint }
  /** What is being drawn by hand; null drops it. */
  | { readonly do: 'sketch'; readonly draft: Draft | null }
  /** A point of an outline, or a new one on its line, is taken in hand. */
  | { readonly do: 'grab-handle'; readonly place: HandlePlace }
  | { readonly do: 'grab-line'; readonly place: HandlePlace; readonly near: ImagePoint }
  /** `reach`: photo pixels within which it keeps to the outlines of other objects. */
  | { readonly do: 'drag-handle'; readonly to: ImagePoint; readonly reach: number }
  | { readonly do: 'remove-handle'; readonly place: HandlePlace }
  | { readonly do: 'take-back-handle' }
  /** What was drawn by hand is done. */
  | { readonly do: 'apply'; readonly draft: Draft }
  | { readonly do: 'hover'; readonly at: ImagePoint | null }
  | { readonly do: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly do: 'zoom'; readonly factor: number; readonly about: ScreenPoint }
  /** The mask in hand; `at` has both spaces. */
  | { readonly do: 'keep'; readonly at: Spot }
  /** What can be done with the object there. */
  | { readonly do: 'menu'; readonly at: Spot }
  | { readonly do: 'undo' | 'redo' | 'buzz' };

export type GestureOf<Kind extends Gesture['kind']> = Extract<Gesture, { kind: Kind }>;

export interface Step {
  readonly gesture: Gesture;
  readonly commands: readonly Command[];
}

export const IDLE: Gesture = { kind: 'idle', lastClick: null };
/** A finger that rests this long draws a box from there, the right button asks for a menu. */
export const HOLD_MILLISECONDS = 400;

export function step(gesture: Gesture, ...commands: readonly Command[]): Step {
  return { gesture, commands };
}

export function distance(a: ScreenPoint, b: ScreenPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
