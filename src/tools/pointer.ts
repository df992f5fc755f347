import type { ScreenPoint } from '../geometry/spaces.ts';
import { toImage, type Viewport } from '../geometry/viewport.ts';
import type { Hands } from './actions/action.ts';
import { carryOut } from './commands.ts';
import {
  type Gesture,
  type GestureInput,
  HOLD_MILLISECONDS,
  IDLE,
  type PressLabel,
  type Spot,
} from './gesture.ts';
import type { HeldKeys } from './keys/held-keys.ts';
import { openObjectMenu } from './object-menu.ts';
import { IS_MAC } from './platform.ts';
import type { StageElement } from './stage-state.ts';
import { toolStep } from './tool.ts';
import { settingsOf } from './tool-settings.ts';

interface Parts {
  readonly hands: Hands;
  readonly stage: StageElement;
  readonly keys: HeldKeys;
  readonly signal: AbortSignal;
}

/** Photo pixels; zooming about the pointer moves it by rounding errors only. */
const SAME_POINT = 1e-6;
const [MIDDLE, RIGHT, PEN_ERASER] = [1, 2, 5];

/** The shell around the pure tool: DOM events in, verbs out, and the clock for the long press. */
export function attachPointer(parts: Parts): { cancelGesture(): boolean } {
  const { hands, keys, signal } = parts;
  const { annotator, stage: state } = hands;
  const { element: stage, model } = parts.stage;
  let gesture: Gesture = IDLE;
  let holding: ReturnType<typeof setTimeout> | undefined;
  /** Where the mouse rests on the stage. */
  let resting: ScreenPoint | null = null;

  function feed(input: GestureInput): void {
    const before = gesture;
    const next = toolStep(settingsOf(annotator), gesture, input);
    gesture = next.gesture;
    if (gesture.kind !== before.kind) onKindChange(gesture);
    for (const command of next.commands) {
      if (command.do === 'menu') openObjectMenu(hands, stage, command.at);
      else carryOut(annotator, command, model);
    }
  }

  function onKindChange(current: Gesture): void {
    clearTimeout(holding);
    if (current.kind === 'touch' || (current.kind === 'press' && current.label === 'exclude'))
      holding = setTimeout(() => feed({ type: 'hold', id: current.id }), HOLD_MILLISECONDS);
    const atRest = keys.isHeld('Space') ? 'ready' : 'off';
    state.setState({ hand: current.kind === 'pan' ? 'dragging' : atRest });
  }

  function spotOf(event: PointerEvent): Spot {
    const screen = screenPointOf(event, stage);
    const { viewport } = annotator.view.getState();
    const pressure = event.pointerType === 'pen' ? event.pressure : 1;
    return { screen, image: toImage(viewport, screen), scale: viewport.scale, pressure };
  }

  function onDown(event: PointerEvent): void {
    stage.setPointerCapture(event.pointerId);
    state.setState({ cursor: null });
    hold(screenPointOf(event, stage));
    feed({
      type: 'down',
      id: event.pointerId,
      device: deviceOf(event),
      pans: event.button === MIDDLE || keys.isHeld('Space'),
      label: labelOf(event),
      spot: spotOf(event),
      time: event.timeStamp,
    });
  }

  function onMove(event: PointerEvent): void {
    if (state.getState().cursor && event.pointerType !== 'touch') state.setState({ cursor: null });
    const spot = spotOf(event);
    if (event.pointerType !== 'touch') rest(spot.screen);
    hold(spot.screen);
    for (const each of everyMove(event)) {
      feed({ type: 'move', id: event.pointerId, device: deviceOf(event), spot: spotOf(each) });
    }
  }

  /** Between two frames a pen may have been at many places, which a line needs and nothing else. */
  function everyMove(event: PointerEvent): readonly PointerEvent[] {
    const isLine = gesture.kind === 'stroke' || gesture.kind === 'lasso';
    const all = isLine ? event.getCoalescedEvents() : [];
    return all.length > 0 ? all : [event];
  }

  function onUp(event: PointerEvent): void {
    feed({ type: 'up', id: event.pointerId, spot: spotOf(event), time: event.timeStamp });
    if (event.pointerType === 'touch') hold(null);
  }

  function hold(at: ScreenPoint | null): void {
    state.setState({ held: at && { stage, at } });
  }

  function rest(at: ScreenPoint | null): void {
    resting = at;
    const pointed = at ? stage : null;
    if (state.getState().pointed !== pointed) state.setState({ pointed });
  }

  function onLeave(): void {
    rest(null);
    hold(null);
    feed({ type: 'leave' });
  }

  /** The keys moved the photo under a resting mouse: it points at something else now. */
  function onViewport(now: Viewport, before: Viewport): void {
    if (!resting || gesture.kind !== 'idle' || state.getState().cursor) return;
    const [from, to] = [toImage(before, resting), toImage(now, resting)];
    if (Math.hypot(to.x - from.x, to.y - from.y) > SAME_POINT) annotator.hover(to);
  }

  function cancelGesture(): boolean {
    if (gesture.kind === 'idle') return false;
    feed({ type: 'cancel' });
    return true;
  }

  /** Every pointer-up is followed by a lost capture too, which then finds nothing in hand. */
  function onLost(event: PointerEvent): void {
    if (isHolding(gesture, event.pointerId)) cancelGesture();
  }

  const listen = { signal };
  stage.addEventListener('pointerdown', onDown, listen);
  stage.addEventListener('pointermove', onMove, listen);
  stage.addEventListener('pointerup', onUp, listen);
  stage.addEventListener('pointerleave', onLeave, listen);
  stage.addEventListener('pointercancel', onLost, listen);
  stage.addEventListener('lostpointercapture', onLost, listen);
  stage.addEventListener('contextmenu', (event) => event.preventDefault(), listen);
  addEventListener('blur', cancelGesture, listen);
  const stopWatching = annotator.view.subscribe((now, before) => {
    if (now.viewport !== before.viewport) onViewport(now.viewport, before.viewport);
    if (now.tool !== before.tool) cancelGesture();
  });
  signal.addEventListener('abort', stopWatching);
  return { cancelGesture };
}

export function screenPointOf(event: MouseEvent, stage: HTMLElement): ScreenPoint {
  const { left, top } = stage.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function deviceOf(event: PointerEvent): 'pointer' | 'touch' {
  return event.pointerType === 'touch' ? 'touch' : 'pointer';
}

/** On a Mac, Ctrl and a click is the right button, and Command selects. */
function labelOf(event: PointerEvent): PressLabel {
  const { button, altKey, ctrlKey, metaKey, shiftKey } = event;
  const isRight = button === RIGHT || button === PEN_ERASER || (IS_MAC && ctrlKey);
  if (isRight || altKey) return 'exclude';
  if (!(IS_MAC ? metaKey : ctrlKey)) return 'switch';
  return shiftKey ? 'select-more' : 'select';
}

function isHolding(gesture: Gesture, pointerId: number): boolean {
  if (gesture.kind === 'idle') return false;
  if (gesture.kind !== 'fingers') return gesture.id === pointerId;
  return gesture.fingers.some(({ id }) => id === pointerId);
}
