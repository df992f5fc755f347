import type { ScreenPoint } from '../geometry/spaces.ts';
import { toImage, type Viewport } from '../geometry/viewport.ts';
import type { Hands } from './actions/action.ts';
import { carryOut } from './commands.ts';
import { type Gesture, type GestureInput, HOLD_MILLISECONDS, IDLE, type Spot } from './gesture.ts';
import type { HeldKeys } from './keys/held-keys.ts';
import { openObjectMenu } from './object-menu.ts';
import {
  deviceOf,
  everyMove,
  isHolding,
  isMiddle,
  labelOf,
  screenPointOf,
} from './pointer-events.ts';
import type { StageElement } from './stage-state.ts';
import { toolStep } from './tool.ts';
import { settingsOf } from './tool-settings.ts';

interface Parts {
  readonly hands: Hands;
  readonly stage: StageElement;
  readonly keys: HeldKeys;
  readonly signal: AbortSignal;
}

/** The gesture under way on one stage. */
interface GestureInHand {
  current(): Gesture;
  feed(input: GestureInput): void;
  /** False when none was. */
  cancel(): boolean;
}

/** Where the pointer is, for whoever else needs to know. */
interface Whereabouts {
  /** Where it is held or pointed, with a finger too; null: nowhere. */
  hold(at: ScreenPoint | null): void;
  /** Where a mouse or a pen rests. */
  rest(at: ScreenPoint | null): void;
  /** The keys moved the photo under a resting mouse: it points at something else now. */
  onViewport(now: Viewport, before: Viewport): void;
}

/** Photo pixels; zooming about the pointer moves it by rounding errors only. */
const SAME_POINT = 1e-6;

/** The shell around the pure tool: DOM events in, verbs out, and the clock for the long press. */
export function attachPointer(parts: Parts): { cancelGesture(): boolean } {
  const { signal } = parts;
  const { annotator } = parts.hands;
  const gesture = createGesture(parts);
  const whereabouts = createWhereabouts(parts, () => gesture.current().kind === 'idle');
  const handlers = pointerHandlers(parts, gesture, whereabouts);
  const { element: stage } = parts.stage;
  const listen = { signal };
  stage.addEventListener('pointerdown', handlers.down, listen);
  stage.addEventListener('pointermove', handlers.move, listen);
  stage.addEventListener('pointerup', handlers.up, listen);
  stage.addEventListener('pointerleave', handlers.leave, listen);
  stage.addEventListener('pointercancel', handlers.lost, listen);
  stage.addEventListener('lostpointercapture', handlers.lost, listen);
  stage.addEventListener('contextmenu', (event) => event.preventDefault(), listen);
  addEventListener('blur', gesture.cancel, listen);
  const stopWatching = annotator.view.subscribe((now, before) => {
    if (now.viewport !== before.viewport) whereabouts.onViewport(now.viewport, before.viewport);
    if (now.tool !== before.tool) gesture.cancel();
  });
  signal.addEventListener('abort', stopWatching);
  return { cancelGesture: gesture.cancel };
}

function createGesture({ hands, stage, keys }: Parts): GestureInHand {
  const { annotator, stage: state } = hands;
  let gesture: Gesture = IDLE;
  let holding: ReturnType<typeof setTimeout> | undefined;

  function feed(input: GestureInput): void {
    const before = gesture;
    const next = toolStep(settingsOf(annotator), gesture, input);
    gesture = next.gesture;
    if (gesture.kind !== before.kind) onKindChange(gesture);
    for (const command of next.commands) {
      if (command.do === 'menu') openObjectMenu(hands, stage.element, command.at);
      else carryOut(annotator, command, stage.model);
    }
  }

  function onKindChange(current: Gesture): void {
    clearTimeout(holding);
    if (current.kind === 'touch' || (current.kind === 'press' && current.label === 'exclude'))
      holding = setTimeout(() => feed({ type: 'hold', id: current.id }), HOLD_MILLISECONDS);
    const atRest = keys.isHeld('Space') ? 'ready' : 'off';
    state.setState({ hand: current.kind === 'pan' ? 'dragging' : atRest });
  }

  return {
    feed,
    current: () => gesture,
    cancel() {
      if (gesture.kind === 'idle') return false;
      feed({ type: 'cancel' });
      return true;
    },
  };
}

function createWhereabouts({ hands, stage }: Parts, isIdle: () => boolean): Whereabouts {
  const { annotator, stage: state } = hands;
  const { element } = stage;
  let resting: ScreenPoint | null = null;
  return {
    hold: (at) => state.setState({ held: at && { stage: element, at } }),
    rest(at) {
      resting = at;
      const pointed = at ? element : null;
      if (state.getState().pointed !== pointed) state.setState({ pointed });
    },
    onViewport(now, before) {
      if (!resting || !isIdle() || state.getState().cursor) return;
      const [from, to] = [toImage(before, resting), toImage(now, resting)];
      if (Math.hypot(to.x - from.x, to.y - from.y) > SAME_POINT) annotator.hover(to);
    },
  };
}

function pointerHandlers(
  { hands, stage: { element }, keys }: Parts,
  { current, feed, cancel }: GestureInHand,
  { hold, rest }: Whereabouts,
) {
  const { annotator, stage: state } = hands;

  function spotOf(event: PointerEvent): Spot {
    const screen = screenPointOf(event, element);
    const { viewport } = annotator.view.getState();
    const pressure = event.pointerType === 'pen' ? event.pressure : 1;
    return { screen, image: toImage(viewport, screen), scale: viewport.scale, pressure };
  }

  return {
    down(event: PointerEvent): void {
      element.setPointerCapture(event.pointerId);
      state.setState({ cursor: null });
      hold(screenPointOf(event, element));
      feed({
        type: 'down',
        id: event.pointerId,
        device: deviceOf(event),
        pans: isMiddle(event) || keys.isHeld('Space'),
        label: labelOf(event),
        spot: spotOf(event),
        time: event.timeStamp,
      });
    },
    move(event: PointerEvent): void {
      const isFinger = event.pointerType === 'touch';
      if (state.getState().cursor && !isFinger) state.setState({ cursor: null });
      const { screen } = spotOf(event);
      if (!isFinger) rest(screen);
      hold(screen);
      for (const each of everyMove(event, current())) {
        feed({ type: 'move', id: event.pointerId, device: deviceOf(event), spot: spotOf(each) });
      }
    },
    up(event: PointerEvent): void {
      feed({ type: 'up', id: event.pointerId, spot: spotOf(event), time: event.timeStamp });
      if (event.pointerType === 'touch') hold(null);
    },
    leave(): void {
      rest(null);
      hold(null);
      feed({ type: 'leave' });
    },
    /** Every pointer-up is followed by a lost capture too, which then finds nothing in hand. */
    lost(event: PointerEvent): void {
      if (isHolding(current(), event.pointerId)) cancel();
    },
  };
}
