import { boxStep, panStep } from './drag.ts';
import { type Gesture, type GestureInput, IDLE, type Step, step } from './gesture.ts';
import { idlePointerStep, pressStep } from './mouse.ts';
import { fingersStep, idleTouchStep, touchStep } from './touch.ts';

/** The tool to start with: points, boxes, panning and hover, by mouse, pen and touch. Pure. */
export function selectTool(gesture: Gesture, input: GestureInput): Step {
  if (input.type === 'cancel') return cancelStep(gesture);
  switch (gesture.kind) {
    case 'idle':
      return 'device' in input && input.device === 'touch'
        ? idleTouchStep(gesture, input)
        : idlePointerStep(gesture, input);
    case 'press':
      return pressStep(gesture, input);
    case 'box':
      return boxStep(gesture, input);
    case 'pan':
      return panStep(gesture, input);
    case 'touch':
      return touchStep(gesture, input);
    case 'fingers':
      return fingersStep(gesture, input);
    default:
      return step(IDLE);
  }
}

/** Whatever was begun ends without a trace; only a view already moved stays moved. */
function cancelStep(gesture: Gesture): Step {
  return gesture.kind === 'box' ? step(IDLE, { do: 'drop-draft' }) : step(IDLE);
}
