import type { Annotator } from '../app/annotator.ts';
import type { ScreenPoint } from '../geometry/spaces.ts';
import { toImage } from '../geometry/viewport.ts';
import { maskContains } from '../mask/measure.ts';
import type { HeldKeys } from './held-keys.ts';
import { screenPointOf } from './pointer.ts';
import { wheelPixels, wheelStep } from './wheel.ts';

interface Parts {
  readonly annotator: Annotator;
  readonly stage: HTMLElement;
  readonly keys: HeldKeys;
  readonly signal: AbortSignal;
}

export function attachWheel({ annotator, stage, keys, signal }: Parts): void {
  let carried = 0;
  let pointer: ScreenPoint = { x: 0, y: 0 };

  function onWheel(event: WheelEvent): void {
    // Else the page would zoom or go back.
    event.preventDefault();
    const at = preciseOf(pointer, screenPointOf(event, stage));
    const { live, viewport } = annotator.view.getState();
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
