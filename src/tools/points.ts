import { handleNear, lineNear } from '../mask/handles.ts';
import { type Down, isSecondFinger, type ToolSettings } from './drawing.ts';
import {
  type Command,
  distance,
  type GestureInput,
  type GestureOf,
  IDLE,
  type Step,
  step,
} from './gesture.ts';
import { JITTER } from './mouse.ts';
import { fingerOf, TOUCH_JITTER } from './touch.ts';

/** CSS pixels about a point and a line in which they are meant; fingers are less exact. */
const POINT_WITHIN = { pointer: 9, touch: 22 } as const;
const LINE_WITHIN = { pointer: 6, touch: 16 } as const;
/** In which a dragged point keeps to the outline of another object. */
const SNAPS_WITHIN = 7;
/** In which a press is no drag yet. */
const STILL_WITHIN = { pointer: JITTER, touch: TOUCH_JITTER } as const;

/**
 * A point is dragged, a line gives a point to drag, the right button or Alt takes one away. What lies beside the
 * outline is selected by a click and panned by a drag.
 */
export function pointsDown(gesture: GestureOf<'idle'>, input: Down, settings: ToolSettings): Step {
  const { id, device, label, spot, time } = input;
  const { image, screen, scale } = spot;
  const place = handleNear(settings.rings, image, POINT_WITHIN[device] / scale);
  if (label === 'exclude') {
    const menu = { do: 'menu', at: spot } as const;
    return step(gesture, place ? { do: 'remove-handle', place } : menu);
  }
  const press = { id, device, start: screen, last: screen, time };
  const hidden = { do: 'hover', at: null } as const;
  const dragged = { kind: 'handle', ...press, isMoving: false } as const;
  if (place) return step(dragged, hidden, { do: 'grab-handle', place });
  const line = lineNear(settings.rings, image, LINE_WITHIN[device] / scale);
  if (line) return step(dragged, hidden, { do: 'grab-line', place: line, near: image });
  return step({ kind: 'beside', ...press, at: image, adds: label === 'select-more' }, hidden);
}

export function handleStep(
  gesture: GestureOf<'handle'>,
  input: GestureInput,
  { snapsToEdges }: ToolSettings,
): Step {
  if (isSecondFinger(input)) return pinch(gesture, input, { do: 'take-back-handle' });
  if (!('id' in input) || input.id !== gesture.id) return step(gesture);
  if (input.type === 'up') return step(IDLE);
  if (input.type !== 'move') return step(gesture);
  const { image, screen, scale } = input.spot;
  const isMoving = gesture.isMoving || isDrag(gesture, input);
  if (!isMoving) return step(gesture);
  const reach = snapsToEdges ? SNAPS_WITHIN / scale : 0;
  const drag = { do: 'drag-handle', to: image, reach } as const;
  return step({ ...gesture, last: screen, isMoving }, drag);
}

export function besideStep(gesture: GestureOf<'beside'>, input: GestureInput): Step {
  if (isSecondFinger(input)) return pinch(gesture, input);
  if (!('id' in input) || input.id !== gesture.id) return step(gesture);
  const { id, at, adds } = gesture;
  if (input.type === 'up') return step(IDLE, { do: 'select', at, adds });
  if (input.type !== 'move' || !isDrag(gesture, input)) return step(gesture);
  return step({ kind: 'pan', id, last: input.spot.screen });
}

type Press = GestureOf<'handle'> | GestureOf<'beside'>;

function isDrag({ start, device }: Press, input: Extract<GestureInput, { type: 'move' }>): boolean {
  return distance(start, input.spot.screen) > STILL_WITHIN[device];
}

function pinch({ id, last, time }: Press, input: Down, ...commands: readonly Command[]): Step {
  const fingers = [fingerOf(id, last), fingerOf(input.id, input.spot.screen)];
  return step({ kind: 'fingers', fingers, most: 2, moved: false, time }, ...commands);
}
