import type { Tool } from '../app/state/editing.ts';
import { brushDown, strokeStep } from './brush.ts';
import { panStep } from './drag.ts';
import type { ToolSettings } from './drawing.ts';
import {
  type Drawing,
  type Gesture,
  type GestureInput,
  type GestureOf,
  IDLE,
  type Step,
  step,
} from './gesture.ts';
import { lassoDown, lassoStep } from './lasso.ts';
import { besideStep, handleStep, pointsDown } from './points.ts';
import { cornerDown, cornerStep, pointOn } from './polygon.ts';
import { rectangleDown, rectangleStep } from './rectangle.ts';
import { selectTool } from './select-tool.ts';
import { fingersStep } from './touch.ts';

/** The tool in hand: input in, next state and commands out. One finger draws, two pan and zoom. Pure. */
export function toolStep(settings: ToolSettings, gesture: Gesture, input: GestureInput): Step {
  if (settings.tool === 'prompt') return selectTool(gesture, input);
  if (input.type === 'cancel') return cancelStep(settings, gesture);
  switch (gesture.kind) {
    case 'idle':
      return idleStep(settings, gesture, input);
    case 'pan':
      return panStep(gesture, input);
    case 'fingers':
      return fingersStep(gesture, input);
    case 'stroke':
      return strokeStep(gesture, input, settings);
    case 'lasso':
      return lassoStep(gesture, input);
    case 'rectangle':
      return rectangleStep(gesture, input);
    case 'corner':
      return cornerStep(gesture, input, settings);
    case 'handle':
      return handleStep(gesture, input, settings);
    case 'beside':
      return besideStep(gesture, input);
    // Gestures of prompting; the compiler asks here for what a new gesture does.
    case 'press':
    case 'box':
    case 'touch':
      return step(IDLE);
  }
}

function idleStep(settings: ToolSettings, gesture: GestureOf<'idle'>, input: GestureInput): Step {
  switch (input.type) {
    case 'move':
      if (input.device === 'touch') return step(gesture);
      return step(gesture, { do: 'hover', at: input.spot.image }, ...pointOn(settings, input.spot));
    case 'leave':
      return step(gesture, { do: 'hover', at: null }, ...pointOn(settings, null));
    case 'down':
      return downStep(settings, gesture, input);
    default:
      return step(gesture);
  }
}

type DownInput = Extract<GestureInput, { type: 'down' }>;
type Down = (gesture: GestureOf<'idle'>, input: DownInput, settings: ToolSettings) => Step;

/** What a press begins with each tool; with prompts `selectTool` says. */
const DOWN: Readonly<Record<Exclude<Tool, 'prompt'>, Down>> = {
  brush: (_, input, settings) => brushDown(input, settings),
  eraser: (_, input, settings) => brushDown(input, settings),
  polygon: cornerDown,
  lasso: (_, input, settings) => lassoDown(input, settings),
  rectangle: (_, input, settings) => rectangleDown(input, settings),
  points: pointsDown,
  hand: handDown,
};

function downStep(settings: ToolSettings, gesture: GestureOf<'idle'>, input: DownInput): Step {
  if (input.pans || settings.tool === 'prompt') return panDown(input);
  return DOWN[settings.tool](gesture, input, settings);
}

function handDown(gesture: GestureOf<'idle'>, input: DownInput): Step {
  return input.label === 'exclude' ? step(gesture, { do: 'menu', at: input.spot }) : panDown(input);
}

function panDown({ id, spot }: DownInput): Step {
  return step({ kind: 'pan', id, last: spot.screen });
}

/** Gestures that leave a draft behind. */
const DRAWINGS: Readonly<Record<Drawing['kind'], true>> = {
  stroke: true,
  lasso: true,
  rectangle: true,
};

/** What was being drawn is dropped; of a polygon only the corner that was being placed, of an outline what was dragged last. */
function cancelStep({ polygon }: ToolSettings, gesture: Gesture): Step {
  if (gesture.kind === 'corner') return step(IDLE, { do: 'sketch', draft: polygon });
  if (gesture.kind === 'handle') return step(IDLE, { do: 'take-back-handle' });
  return gesture.kind in DRAWINGS ? step(IDLE, { do: 'sketch', draft: null }) : step(IDLE);
}
