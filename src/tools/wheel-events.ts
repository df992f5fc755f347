import type { Annotator } from '../app/annotator.ts';
import type { ScreenPoint } from '../geometry/spaces.ts';
import { toImage } from '../geometry/viewport.ts';
import { maskContains } from '../mask/measure.ts';
import { isBrush, stepBrush } from './brush-size.ts';
import type { HeldKeys } from './keys/held-keys.ts';
import { screenPointOf } from './pointer-events.ts';
import { wheelPixels, wheelStep } from './wheel.ts';

interface Parts {
  readonly annotator: Annotator;
  readonly stage: HTMLElement;
  readonly keys: HeldKeys;
  readonly signal: AbortSignal;
}

/** A notch is two steps. */
const PIXELS_PER_BRUSH_STEP = 50;

export function attachWheel({ annotator, stage, keys, signal }: Parts): void {
  let carried = 0;
  let pointer: ScreenPoint = { x: 0, y: 0 };

  function onWheel(event: WheelEvent): void {
    // Else the page would zoom or go back.
    event.preventDefault();
    const at = preciseOf(pointer, screenPointOf(event, stage));
    const { live, viewport, tool } = annotator.view.getState();
    if (event.shiftKey && isBrush(tool)) {
      resizeBrush(event);
      return;
    }
    const next = wheelStep(carried, {
      deltaY: wheelPixels(event, stage.clientHeight),
      saysCtrl: event.ctrlKey,
      ctrlHeld: keys.isHeld('ControlLeft') || keys.isHeld('ControlRight'),
      overLiveMask: !!live && maskContains(live.mask, toImage(viewport, at)),
    });
    carried = next.carried;
    if (next.do === 'zoom') annotator.zoomBy(next.factor, at);
    else if (next.step !== 0) void annotator.cycleCandidate(next.step);
  }

  /** With Shift, browsers turn a wheel's way sideways. */
  function resizeBrush(event: WheelEvent): void {
    const by = wheelPixels(
      { deltaY: event.deltaY || event.deltaX, deltaMode: event.deltaMode },
      stage.clientHeight,
    );
    if (by !== 0) stepBrush(annotator, -by / PIXELS_PER_BRUSH_STEP);
  }

  const onMove = (event: PointerEvent) => {
    pointer = screenPointOf(event, stage);
  };
  stage.addEventListener('pointermove', onMove, { signal });
  stage.addEventListener('wheel', onWheel, { passive: false, signal });
}

/** Chromium cuts a wheel event's position to whole pixels, which zooming would magnify; pointer events keep the fraction. */
function preciseOf(pointer: ScreenPoint, wheel: ScreenPoint): ScreenPoint {
  const isSame = Math.abs(pointer.x - wheel.x) < 1 && Math.abs(pointer.y - wheel.y) < 1;
  return isSame ? pointer : wheel;
}
