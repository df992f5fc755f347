import type { ScreenPoint } from '../geometry/spaces.ts';
import type { Gesture, PressLabel } from './gesture.ts';
import { IS_MAC } from './platform.ts';

const [MIDDLE, RIGHT, PEN_ERASER] = [1, 2, 5];

export function screenPointOf(event: MouseEvent, stage: HTMLElement): ScreenPoint {
  const { left, top } = stage.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

export function deviceOf(event: PointerEvent): 'pointer' | 'touch' {
  return event.pointerType === 'touch' ? 'touch' : 'pointer';
}

export function isMiddle({ button }: PointerEvent): boolean {
  return button === MIDDLE;
}

/** On a Mac, Ctrl and a click is the right button, and Command selects. */
export function labelOf(event: PointerEvent): PressLabel {
  const { button, altKey, ctrlKey, metaKey, shiftKey } = event;
  const isRight = button === RIGHT || button === PEN_ERASER || (IS_MAC && ctrlKey);
  if (isRight || altKey) return 'exclude';
  if (!(IS_MAC ? metaKey : ctrlKey)) return 'switch';
  return shiftKey ? 'select-more' : 'select';
}

/** Between two frames a pen may have been at many places, which a line needs and nothing else. */
export function everyMove(event: PointerEvent, { kind }: Gesture): readonly PointerEvent[] {
  const all = kind === 'stroke' || kind === 'lasso' ? event.getCoalescedEvents() : [];
  return all.length > 0 ? all : [event];
}

export function isHolding(gesture: Gesture, pointerId: number): boolean {
  if (gesture.kind === 'idle') return false;
  if (gesture.kind !== 'fingers') return gesture.id === pointerId;
  return gesture.fingers.some(({ id }) => id === pointerId);
}
