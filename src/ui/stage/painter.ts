import type { StoreApi } from 'zustand/vanilla';
import type { Annotator } from '../../app/annotator.ts';
import type { ViewState } from '../../app/state/view.ts';
import type { Size } from '../../geometry/spaces.ts';
import { fitViewport } from '../../geometry/viewport.ts';
import type { StageElement, StageState } from '../../tools/stage-state.ts';
import { wantsContrast } from '../kit/contrast.ts';
import { noteMaskDrawn } from '../kit/mask-drawn.ts';
import {
  changedLayers,
  isWaiting,
  LAYERS,
  type Layer,
  layersChangedBy,
  layersOf,
  prefersStillness,
} from './layers.ts';
import { type ScreenSize, watchScreenSize } from './screen-size.ts';
import { clear } from './surface.ts';

/** The view rests when it has not changed for this long. */
const SETTLE_MILLISECONDS = 120;
/** Between frames of the waiting ring: smooth enough, and the encoder needs the processor more. */
const PULSE_FRAME_MILLISECONDS = 50;

interface Parts {
  readonly annotator: Annotator;
  readonly state: StoreApi<StageState>;
  readonly stage: StageElement;
  readonly canvases: ReadonlyMap<Layer, HTMLCanvasElement>;
}

/** Paints the stores onto the canvases, outside React: one frame at most per display refresh, and only the layers that changed. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: frames, timers and stale layers are one state, which ends as one.
export function startPainter({ annotator, state, stage, canvases }: Parts): () => void {
  const controller = new AbortController();
  const { document, view } = annotator;
  const layers = layersOf(annotator, state, stage);
  const stale = new Set<Layer>();
  /** Untouched canvases cost no memory: a layer with nothing on it is left alone. */
  const blank = new Set<Layer>(LAYERS);
  let frame = 0;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let pulsing: ReturnType<typeof setTimeout> | undefined;
  /** Since when there has been a mask that no frame shows; null: there is none. */
  let undrawnSince: number | null = null;
  let ratio = devicePixelRatio;

  function invalidate(...changed: readonly Layer[]): void {
    for (const layer of changed) stale.add(layer);
    if (stale.size > 0) frame ||= requestAnimationFrame(paint);
  }

  function paint(time: number): void {
    frame = 0;
    const changed = [...stale];
    stale.clear();
    for (const layer of changed) paintLayer(layer, time);
    if (undrawnSince !== null) noteMaskDrawn(undrawnSince);
    undrawnSince = null;
    clearTimeout(pulsing);
    if (isWaiting(view.getState()) && !prefersStillness())
      pulsing = setTimeout(() => invalidate('marks'), PULSE_FRAME_MILLISECONDS);
  }

  function paintLayer(layer: Layer, time: number): void {
    const draw = layers[layer]({
      time,
      isMoving: settling !== undefined,
      again: () => invalidate(layer),
    });
    if (!draw && blank.has(layer)) return;
    const hasContrast = wantsContrast(view.getState().theme);
    const surface = { context: contextOf(canvases.get(layer)), ratio, hasContrast };
    clear(surface);
    draw?.(surface);
    if (draw) blank.delete(layer);
    else blank.add(layer);
  }

  function settle(): void {
    settling = undefined;
    invalidate('photo', 'objects', 'selected');
  }

  function onViewChange(now: ViewState, before: ViewState): void {
    if (now.viewport !== before.viewport) {
      clearTimeout(settling);
      settling = setTimeout(settle, SETTLE_MILLISECONDS);
    }
    if (now.live && now.live.steps !== before.live?.steps) undrawnSince = performance.now();
    invalidate(...changedLayers(now, before));
  }

  function onSize({ css, device }: ScreenSize): void {
    ratio = css.width > 0 ? device.width / css.width : devicePixelRatio;
    for (const [layer, canvas] of canvases) {
      Object.assign(canvas, device);
      blank.add(layer);
      stale.add(layer);
    }
    resizeTo(annotator, css);
    // A resized canvas is blank: painted before the browser shows it.
    cancelAnimationFrame(frame);
    paint(performance.now());
  }

  const unsubscribe = [
    view.subscribe(onViewChange),
    document.subscribe((now, before) =>
      invalidate(...layersChangedBy(now, before, view.getState())),
    ),
    state.subscribe((now, before) => {
      // The brush's circle is no part of the canvases.
      if (now.held === before.held) invalidate('marks');
      if (now.showsOriginal !== before.showsOriginal) invalidate('photo');
      if (now.masksHidden !== before.masksHidden) invalidate('objects', 'selected', 'live');
    }),
  ];
  watchScreenSize(controller.signal, stage.element, onSize);
  return () => {
    controller.abort();
    cancelAnimationFrame(frame);
    clearTimeout(settling);
    clearTimeout(pulsing);
    for (const stop of unsubscribe) stop();
  };
}

/** A photo that was fitted stays fitted: the filmstrip coming up must not cut it off. */
function resizeTo(annotator: Annotator, stage: Size): void {
  const { viewport } = annotator.view.getState();
  const fitted = fitViewport(viewport.stage, viewport.image);
  const wasFitted = viewport.scale === fitted.scale && viewport.offset.x === fitted.offset.x;
  annotator.resizeStage(stage);
  if (wasFitted) annotator.fit();
}

function contextOf(canvas: HTMLCanvasElement | undefined): CanvasRenderingContext2D {
  const context = canvas?.getContext('2d');
  if (!context) throw new Error('The browser gave no 2D canvas.');
  return context;
}
