import { type GestureInput, type GestureOf, IDLE, type Step, step } from './gesture.ts';
import { joinStep } from './touch.ts';

/** The drags that mouse, pen and finger share. */
export function boxStep(gesture: GestureOf<'box'>, input: GestureInput): Step {
  if (input.type === 'down' && input.device === 'touch') return joinStep(gesture, input);
  if (!('id' in input) || input.id !== gesture.id) return step(gesture);
  if (input.type !== 'move' && input.type !== 'up') return step(gesture);
  const { spot } = input;
  const corners = { from: gesture.anchor, to: spot.image };
  if (input.type === 'move')
    return step({ ...gesture, last: spot.screen }, { do: 'draft', ...corners });
  return step(IDLE, { do: 'drop-draft' }, { do: 'box', ...corners });
}

export function panStep(gesture: GestureOf<'pan'>, input: GestureInput): Step {
  if (input.type === 'down' && input.device === 'touch') return joinStep(gesture, input);
  if (!('id' in input) || input.id !== gesture.id) return step(gesture);
  if (input.type === 'up') return step(IDLE);
  if (input.type !== 'move') return step(gesture);
  const { screen } = input.spot;
  const [dx, dy] = [screen.x - gesture.last.x, screen.y - gesture.last.y];
  return step({ ...gesture, last: screen }, { do: 'pan', dx, dy });
}
