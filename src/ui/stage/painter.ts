import type { StoreApi } from 'zustand/vanilla';
import type { Annotator } from '../../app/annotator.ts';
import type { ViewState } from '../../app/view.ts';
import type { MaskObject } from '../../document/types.ts';
import type { Size } from '../../geometry/spaces.ts';
import { fitViewport } from '../../geometry/viewport.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import type { StageState } from '../../tools/stage-state.ts';
import { paintLive } from './paint-live.ts';
import { paintObjects } from './paint-objects.ts';
import { paintPhoto } from './paint-photo.ts';
import { pulseAt } from './paint-prompt.ts';
import { type ScreenSize, watchScreenSize } from './screen-size.ts';
import type { Surface } from './surface.ts';

const LAYERS = ['photo', 'objects', 'live'] as const;
export type Layer = (typeof LAYERS)[number];

/** The view rests when it has not changed for this long. */
const SETTLE_MILLISECONDS = 120;

const NO_OBJECTS: readonly MaskObject[] = [];
const NO_PROMPT: Prompt = [];

interface Parts {
  readonly annotator: Annotator;
  readonly state: StoreApi<StageState>;
  readonly stage: HTMLElement;
  readonly canvases: Readonly<Record<Layer, HTMLCanvasElement>>;
}

/** Paints the stores onto the canvases, outside React: one frame at most per display refresh, and only the layers that changed. */
export function startPainter({ annotator, state, stage, canvases }: Parts): () => void {
  const controller = new AbortController();
  const { document, view } = annotator;
  const stale = new Set<Layer>();
  let frame = 0;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let ratio = devicePixelRatio;

  function invalidate(...layers: readonly Layer[]): void {
    for (const layer of layers) stale.add(layer);
    if (stale.size > 0) frame ||= requestAnimationFrame(paint);
  }

  function paint(time: number): void {
    frame = 0;
    const layers = [...stale];
    stale.clear();
    for (const layer of layers) painters[layer](surfaceOf(canvases[layer], ratio), time);
    if (view.getState().pending && !prefersStillness()) invalidate('live');
  }

  const painters: Readonly<Record<Layer, (surface: Surface, time: number) => void>> = {
    photo(surface) {
      const { photo, viewport } = view.getState();
      paintPhoto(surface, viewport, photo?.levels ?? [], settling !== undefined);
    },
    objects(surface) {
      const { photo, viewport, selectedObjectId } = view.getState();
      const kept = document.getState().objects[photo?.id ?? ''];
      const shown = state.getState().masksHidden ? NO_OBJECTS : (kept ?? NO_OBJECTS);
      paintObjects(surface, viewport, shown, selectedObjectId);
    },
    live(surface, time) {
      const shown = view.getState();
      const pulse = shown.pending ? pulseAt(time, prefersStillness()) : null;
      const prompt = document.getState().prompts[shown.photo?.id ?? ''] ?? NO_PROMPT;
      paintLive(surface, { view: shown, prompt, pulse, ...state.getState() });
    },
  };

  function settle(): void {
    settling = undefined;
    invalidate('photo');
  }

  function onViewChange(now: ViewState, before: ViewState): void {
    if (now.viewport !== before.viewport) {
      clearTimeout(settling);
      settling = setTimeout(settle, SETTLE_MILLISECONDS);
    }
    invalidate(...changedLayers(now, before));
  }

  function onSize({ css, device }: ScreenSize): void {
    ratio = css.width > 0 ? device.width / css.width : devicePixelRatio;
    for (const canvas of Object.values(canvases)) {
      canvas.width = device.width;
      canvas.height = device.height;
    }
    resizeTo(annotator, css);
    // A resized canvas is blank: painted before the browser shows it.
    cancelAnimationFrame(frame);
    for (const layer of LAYERS) stale.add(layer);
    paint(performance.now());
  }

  const unsubscribe = [
    view.subscribe(onViewChange),
    document.subscribe(() => invalidate('objects', 'live')),
    state.subscribe((now, before) => {
      invalidate('live');
      if (now.masksHidden !== before.masksHidden) invalidate('objects');
    }),
  ];
  watchScreenSize(controller.signal, stage, onSize);
  return () => {
    controller.abort();
    cancelAnimationFrame(frame);
    clearTimeout(settling);
    for (const stop of unsubscribe) stop();
  };
}

export function changedLayers(now: ViewState, before: ViewState): readonly Layer[] {
  if (now.viewport !== before.viewport || now.photo !== before.photo) return LAYERS;
  const layers: Layer[] = [];
  if (now.selectedObjectId !== before.selectedObjectId) layers.push('objects');
  const inHand = ['live', 'hoverMask', 'draftBox', 'pending'] as const;
  if (inHand.some((key) => now[key] !== before[key])) layers.push('live');
  return layers;
}

/** A photo that was fitted stays fitted: the filmstrip coming up must not cut it off. */
function resizeTo(annotator: Annotator, stage: Size): void {
  const { viewport } = annotator.view.getState();
  const fitted = fitViewport(viewport.stage, viewport.image);
  const wasFitted = viewport.scale === fitted.scale && viewport.offset.x === fitted.offset.x;
  annotator.resizeStage(stage);
  if (wasFitted) annotator.fit();
}

function surfaceOf(canvas: HTMLCanvasElement, ratio: number): Surface {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gave no 2D canvas.');
  return { context, ratio };
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
