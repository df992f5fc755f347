import type { ImagePoint } from '../geometry/spaces.ts';
import {
  type AreaDraft,
  type Down,
  isSecondFinger,
  pinchFrom,
  removesArea,
  type ToolSettings,
} from './drawing.ts';
import { type GestureInput, type GestureOf, IDLE, type Step, step } from './gesture.ts';

/** From one corner to the opposite one. */
export function rectangleDown(input: Down, settings: ToolSettings): Step {
  const { id, spot, time } = input;
  const at = { start: spot.screen, last: spot.screen, time };
  const [anchor, opposite] = [spot.image, spot.image];
  const removes = removesArea(settings, input);
  return step(
    { kind: 'rectangle', id, removes, anchor, opposite, ...at },
    { do: 'hover', at: null },
  );
}

export function rectangleStep(gesture: GestureOf<'rectangle'>, input: GestureInput): Step {
  const draft = areaOf(gesture, gesture.opposite);
  if (isSecondFinger(input)) return pinchFrom(gesture, input, draft);
  if (!('id' in input) || input.id !== gesture.id) return step(gesture);
  if (input.type !== 'up' && input.type !== 'move') return step(gesture);
  const { image, screen } = input.spot;
  const next = areaOf(gesture, image);
  if (input.type === 'up') return step(IDLE, { do: 'apply', draft: next });
  return step({ ...gesture, opposite: image, last: screen }, { do: 'sketch', draft: next });
}

function areaOf({ anchor, removes }: GestureOf<'rectangle'>, to: ImagePoint): AreaDraft {
  const points = [anchor, { x: to.x, y: anchor.y }, to, { x: anchor.x, y: to.y }];
  return { kind: 'area', removes, points, open: null };
}
