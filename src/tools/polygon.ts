import type { ImagePoint } from '../geometry/spaces.ts';
import {
  type AreaDraft,
  type Down,
  isSecondFinger,
  removesArea,
  type ToolSettings,
} from './drawing.ts';
import {
  type Command,
  type GestureInput,
  type GestureOf,
  IDLE,
  type Spot,
  type Step,
  step,
} from './gesture.ts';
import { isDoubleClick } from './mouse.ts';
import { fingerOf } from './touch.ts';

/** CSS pixels about the first corner in which a click closes the polygon; fingers are less exact. */
const CLOSES_WITHIN = { pointer: 9, touch: 22 } as const;

/** Each click places a corner, where the pointer is let go. Between clicks the view may be moved. */
export function cornerDown(
  { lastClick }: GestureOf<'idle'>,
  input: Down,
  settings: ToolSettings,
): Step {
  const { id, device, spot, time } = input;
  // The first corner says whether the polygon adds or takes away.
  const removes = settings.polygon?.removes ?? removesArea(settings, input);
  const gesture = {
    kind: 'corner',
    id,
    device,
    removes,
    last: spot.screen,
    lastClick,
    time,
  } as const;
  return step(gesture, { do: 'hover', at: null }, towards(settings.polygon, removes, spot.image));
}

export function cornerStep(
  gesture: GestureOf<'corner'>,
  input: GestureInput,
  { polygon }: ToolSettings,
): Step {
  const { id, removes, last, time } = gesture;
  if (isSecondFinger(input)) {
    const fingers = [fingerOf(id, last), fingerOf(input.id, input.spot.screen)];
    const pinch = { kind: 'fingers', fingers, most: 2, moved: false, time } as const;
    return step(pinch, towards(polygon, removes, null));
  }
  if (!('id' in input) || input.id !== id) return step(gesture);
  if (input.type === 'up') return placeStep(gesture, input.spot, input.time, polygon);
  if (input.type !== 'move') return step(gesture);
  const { screen, image } = input.spot;
  return step({ ...gesture, last: screen }, towards(polygon, removes, image));
}

/** The line from the last corner to the pointer. */
export function pointOn({ polygon }: ToolSettings, spot: Spot | null): readonly Command[] {
  return polygon ? [towards(polygon, polygon.removes, spot?.image ?? null)] : [];
}

function placeStep(
  { device, removes, lastClick }: GestureOf<'corner'>,
  spot: Spot,
  time: number,
  polygon: AreaDraft | null,
): Step {
  const points = polygon?.points ?? [];
  const click = { at: spot.screen, time };
  const closes = isOnFirst(points, spot, CLOSES_WITHIN[device]) || isDoubleClick(lastClick, click);
  if (closes && points.length >= 3)
    return step(IDLE, { do: 'apply', draft: { kind: 'area', removes, points, open: null } });
  const corners = [...points, spot.image];
  const draft = { kind: 'area', removes, points: corners, open: { next: null } } as const;
  return step({ kind: 'idle', lastClick: click }, { do: 'sketch', draft });
}

function isOnFirst(
  [first]: readonly ImagePoint[],
  { image, scale }: Spot,
  within: number,
): boolean {
  return !!first && Math.hypot(first.x - image.x, first.y - image.y) * scale <= within;
}

/** The polygon so far with its next corner in the air; nothing before its first corner has a place. */
function towards(polygon: AreaDraft | null, removes: boolean, next: ImagePoint | null): Command {
  if (!polygon && !next) return { do: 'sketch', draft: null };
  const points = polygon?.points ?? [];
  return { do: 'sketch', draft: { kind: 'area', removes, points, open: { next } } };
}
