import {
  type Click,
  distance,
  type GestureInput,
  type GestureOf,
  IDLE,
  type Spot,
  type Step,
  step,
} from './gesture.ts';

/** A hand trembles this many CSS pixels while it clicks. */
export const JITTER = 4;
const DOUBLE_CLICK_MILLISECONDS = 400;

export function idlePointerStep(gesture: GestureOf<'idle'>, input: GestureInput): Step {
  switch (input.type) {
    case 'move':
      return step(gesture, { do: 'hover', at: input.spot.image });
    case 'leave':
      return step(gesture, { do: 'hover', at: null });
    case 'down': {
      const { id, spot, label } = input;
      if (input.pans) return step({ kind: 'pan', id, last: spot.screen });
      return step({ kind: 'press', id, start: spot, label, lastClick: gesture.lastClick });
    }
    default:
      return step(gesture);
  }
}

export function pressStep(gesture: GestureOf<'press'>, input: GestureInput): Step {
  if (!('id' in input) || input.id !== gesture.id) return step(gesture);
  if (input.type === 'up') return clickStep(gesture, input.spot, input.time);
  if (input.type === 'hold') return step(IDLE, { do: 'menu', at: gesture.start });
  if (input.type !== 'move' || distance(input.spot.screen, gesture.start.screen) <= JITTER)
    return step(gesture);
  // A box says what to include; dragging to exclude or to select means nothing.
  if (gesture.label !== 'switch') return step(IDLE);
  const anchor = gesture.start.image;
  return step(
    { kind: 'box', id: gesture.id, anchor, last: input.spot.screen },
    { do: 'hover', at: null },
    { do: 'draft', from: anchor, to: input.spot.image },
  );
}

/** The second click of a double-click keeps the mask instead of adding a point on top of the first. */
function clickStep(gesture: GestureOf<'press'>, spot: Spot, time: number): Step {
  const { label, lastClick, start } = gesture;
  if (label === 'select' || label === 'select-more')
    return step(IDLE, { do: 'select', at: start.image, adds: label === 'select-more' });
  if (label === 'switch' && isDoubleClick(lastClick, { at: spot.screen, time }))
    return step(IDLE, { do: 'keep', at: spot });
  const click = label === 'switch' ? { at: spot.screen, time } : null;
  return step({ kind: 'idle', lastClick: click }, { do: 'point', at: start.image, label });
}

export function isDoubleClick(first: Click | null, second: Click): boolean {
  if (!first || second.time - first.time > DOUBLE_CLICK_MILLISECONDS) return false;
  return distance(first.at, second.at) <= JITTER;
}
