import type { Draft, Tool } from '../app/state/editing.ts';
import type { HandleRing } from '../mask/handles.ts';
import type { Drawing, GestureInput, Step } from './gesture.ts';
import { distance, step } from './gesture.ts';
import { fingerOf, TOUCH_JITTER } from './touch.ts';

export type AreaDraft = Extract<Draft, { kind: 'area' }>;
export type Down = Extract<GestureInput, { type: 'down' }>;

/** What the tools that draw need to know. */
export interface ToolSettings {
  readonly tool: Tool;
  /** Diameter of the brush in CSS pixels. */
  readonly brushSize: number;
  /** What polygon, lasso and rectangle do without Alt. */
  readonly areaMode: 'add' | 'subtract';
  /** The polygon that waits for its next corner. */
  readonly polygon: AreaDraft | null;
  /** The outline of which points may be moved. */
  readonly rings: readonly HandleRing[];
  readonly snapsToEdges: boolean;
}

/** So soon after the first finger, a second one means that both were to pinch. */
const PINCH_MILLISECONDS = 300;

export function removesArea({ areaMode }: ToolSettings, { label }: Down): boolean {
  return areaMode === 'subtract' || label === 'exclude';
}

/** A second finger: what the first had only begun is dropped, what it had drawn is done. */
export function pinchFrom(gesture: Drawing, input: Down, draft: Draft): Step {
  const isBeginning = input.time - gesture.time < PINCH_MILLISECONDS;
  const { id, start, last, time } = gesture;
  const fingers = [{ ...fingerOf(id, start), last }, fingerOf(input.id, input.spot.screen)];
  // A finger that has drawn is no tap any more.
  const moved = !isBeginning || distance(start, last) > TOUCH_JITTER;
  const pinch = { kind: 'fingers', fingers, most: 2, moved, time } as const;
  return step(pinch, isBeginning ? { do: 'sketch', draft: null } : { do: 'apply', draft });
}

/** Whether an input belongs to the pointer that draws. */
export function isSecondFinger(input: GestureInput): input is Down {
  return input.type === 'down' && input.device === 'touch';
}
