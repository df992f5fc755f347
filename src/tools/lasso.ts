import {
  type AreaDraft,
  type Down,
  isSecondFinger,
  pinchFrom,
  removesArea,
  type ToolSettings,
} from './drawing.ts';
import { distance, type GestureInput, type GestureOf, IDLE, type Step, step } from './gesture.ts';

/** CSS pixels from one corner of the line to the next. */
const SPACING = 1.5;

/** Everything the line goes around, from its end straight back to its start. */
export function lassoDown(input: Down, settings: ToolSettings): Step {
  const { id, spot, time } = input;
  const at = { start: spot.screen, last: spot.screen, time };
  const removes = removesArea(settings, input);
  const gesture = { kind: 'lasso', id, removes, points: [spot.image], ...at } as const;
  return step(gesture, { do: 'hover', at: null }, { do: 'sketch', draft: areaOf(gesture) });
}

export function lassoStep(gesture: GestureOf<'lasso'>, input: GestureInput): Step {
  const draft = areaOf(gesture);
  if (isSecondFinger(input)) return pinchFrom(gesture, input, draft);
  if (!('id' in input) || input.id !== gesture.id) return step(gesture);
  if (input.type === 'up') return step(IDLE, { do: 'apply', draft });
  if (input.type !== 'move') return step(gesture);
  const { screen, image } = input.spot;
  if (distance(screen, gesture.last) < SPACING) return step(gesture);
  const longer = { ...gesture, points: [...gesture.points, image], last: screen };
  return step(longer, { do: 'sketch', draft: areaOf(longer) });
}

function areaOf({ removes, points }: GestureOf<'lasso'>): AreaDraft {
  return { kind: 'area', removes, points, open: null };
}
