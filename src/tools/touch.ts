import type { ScreenPoint } from '../geometry/spaces.ts';
import {
  type Command,
  distance,
  type Finger,
  type GestureInput,
  type GestureOf,
  IDLE,
  type Step,
  step,
} from './gesture.ts';

/** Fingers tremble more than hands on a mouse. CSS pixels. */
export const TOUCH_JITTER = 10;
const MULTI_TAP_MILLISECONDS = 350;

export function idleTouchStep(gesture: GestureOf<'idle'>, input: GestureInput): Step {
  if (input.type !== 'down') return step(gesture);
  const { id, spot, time } = input;
  return step({ kind: 'touch', id, start: spot, time }, { do: 'hover', at: null });
}

/** One finger: a tap adds, a rest begins a box, a slide pans, a second finger makes it a pinch. */
export function touchStep(gesture: GestureOf<'touch'>, input: GestureInput): Step {
  if (input.type === 'down' && input.device === 'touch') {
    const start = gesture.start.screen;
    const fingers = [{ id: gesture.id, start, last: start }, fingerOf(input.id, input.spot.screen)];
    return step({ kind: 'fingers', fingers, most: 2, moved: false, time: gesture.time });
  }
  if (!('id' in input) || input.id !== gesture.id) return step(gesture);
  switch (input.type) {
    case 'up':
      return step(IDLE, { do: 'point', at: gesture.start.image, label: 'switch' });
    case 'hold': {
      const anchor = gesture.start.image;
      const draft = { do: 'draft', from: anchor, to: anchor } as const;
      const box = { kind: 'box', id: gesture.id, anchor, last: gesture.start.screen } as const;
      return step(box, draft, { do: 'buzz' });
    }
    case 'move': {
      const { screen } = input.spot;
      if (distance(screen, gesture.start.screen) <= TOUCH_JITTER) return step(gesture);
      return step({ kind: 'pan', id: gesture.id, last: screen });
    }
    default:
      return step(gesture);
  }
}

/** A second finger on a box or a slide takes over as a pinch; it is no tap any more. */
export function joinStep(
  gesture: GestureOf<'box'> | GestureOf<'pan'>,
  input: Extract<GestureInput, { type: 'down' }>,
): Step {
  const fingers = [fingerOf(gesture.id, gesture.last), fingerOf(input.id, input.spot.screen)];
  const pinch = { kind: 'fingers', fingers, most: 2, moved: true, time: input.time } as const;
  return gesture.kind === 'box' ? step(pinch, { do: 'drop-draft' }) : step(pinch);
}

/** Two or more fingers pan and zoom about their middle; a still, short touch is a tap of them all. */
export function fingersStep(gesture: GestureOf<'fingers'>, input: GestureInput): Step {
  if (input.type === 'down' && input.device === 'touch') {
    const fingers = [...gesture.fingers, fingerOf(input.id, input.spot.screen)];
    return step({ ...gesture, fingers, most: Math.max(gesture.most, fingers.length) });
  }
  if (input.type === 'move') return pinchStep(gesture, input.id, input.spot.screen);
  if (input.type !== 'up') return step(gesture);
  const fingers = gesture.fingers.filter(({ id }) => id !== input.id);
  if (fingers.length > 0) return step({ ...gesture, fingers });
  const isTap = !gesture.moved && input.time - gesture.time <= MULTI_TAP_MILLISECONDS;
  return isTap ? step(IDLE, ...tapOf(gesture.most)) : step(IDLE);
}

function tapOf(fingers: number): readonly Command[] {
  if (fingers === 2) return [{ do: 'undo' }];
  return fingers === 3 ? [{ do: 'redo' }] : [];
}

function pinchStep(gesture: GestureOf<'fingers'>, id: number, at: ScreenPoint): Step {
  const before = gesture.fingers;
  if (!before.some((finger) => finger.id === id)) return step(gesture);
  const after = before.map((finger) => (finger.id === id ? { ...finger, last: at } : finger));
  const moved = gesture.moved || after.some((f) => distance(f.start, f.last) > TOUCH_JITTER);
  const next = { ...gesture, fingers: after, moved };
  // Nothing moves while it may still be a tap.
  if (!moved) return step(next);
  const [from, to] = [middleOf(before), middleOf(after)];
  const pan = { do: 'pan', dx: to.x - from.x, dy: to.y - from.y } as const;
  const [spreadBefore, spreadAfter] = [spreadOf(before, from), spreadOf(after, to)];
  if (spreadBefore === 0 || spreadAfter === 0) return step(next, pan);
  return step(next, pan, { do: 'zoom', factor: spreadAfter / spreadBefore, about: to });
}

export function fingerOf(id: number, at: ScreenPoint): Finger {
  return { id, start: at, last: at };
}

function middleOf(fingers: readonly Finger[]): ScreenPoint {
  const sum = fingers.reduce((s, { last }) => ({ x: s.x + last.x, y: s.y + last.y }), ZERO);
  return { x: sum.x / fingers.length, y: sum.y / fingers.length };
}

const ZERO: ScreenPoint = { x: 0, y: 0 };

/** Mean distance of the fingers from their middle, CSS pixels; 0 for a single finger. */
function spreadOf(fingers: readonly Finger[], middle: ScreenPoint): number {
  const sum = fingers.reduce((total, { last }) => total + distance(last, middle), 0);
  return sum / fingers.length;
}
