import type { StrokePoint } from '../mask/stroke.ts';
import { type Down, isSecondFinger, pinchFrom, type ToolSettings } from './drawing.ts';
import {
  distance,
  type GestureInput,
  type GestureOf,
  IDLE,
  type Spot,
  type Step,
  step,
} from './gesture.ts';

/** Points nearer to each other than this, in CSS pixels, would only cost time. */
const SPACING = 1.5;
/** Share of the brush that is left, however lightly a pen is pressed. */
const LEAST_PRESSURE = 0.15;

/** Brush and eraser; with Alt or the right button, the brush erases too. */
export function brushDown({ id, spot, label, time }: Down, settings: ToolSettings): Step {
  const removes = settings.tool === 'eraser' || label === 'exclude';
  const points = [pointAt(spot, settings)];
  const at = { start: spot.screen, last: spot.screen, time };
  return step(
    { kind: 'stroke', id, removes, points, ...at },
    { do: 'hover', at: null },
    { do: 'sketch', draft: { kind: 'stroke', removes, points } },
  );
}

export function strokeStep(
  gesture: GestureOf<'stroke'>,
  input: GestureInput,
  settings: ToolSettings,
): Step {
  const { removes, points } = gesture;
  const draft = { kind: 'stroke', removes, points } as const;
  if (isSecondFinger(input)) return pinchFrom(gesture, input, draft);
  if (!('id' in input) || input.id !== gesture.id) return step(gesture);
  if (input.type === 'up') return step(IDLE, { do: 'apply', draft });
  if (input.type !== 'move') return step(gesture);
  const { spot } = input;
  if (distance(spot.screen, gesture.last) < SPACING) return step(gesture);
  const longer = [...points, pointAt(spot, settings)];
  return step(
    { ...gesture, points: longer, last: spot.screen },
    { do: 'sketch', draft: { ...draft, points: longer } },
  );
}

function pointAt({ image, scale, pressure }: Spot, { brushSize }: ToolSettings): StrokePoint {
  const share = Math.max(pressure, LEAST_PRESSURE);
  return { x: image.x, y: image.y, radius: (brushSize / 2 / scale) * share };
}
