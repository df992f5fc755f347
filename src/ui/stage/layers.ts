import type { StoreApi } from 'zustand/vanilla';
import type { Annotator } from '../../app/annotator.ts';
import type { ViewState } from '../../app/view.ts';
import type { MaskObject } from '../../document/types.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import type { StageState } from '../../tools/stage-state.ts';
import { hasSomethingLive, paintLive } from './paint-live.ts';
import { paintObjects } from './paint-objects.ts';
import { paintPhoto } from './paint-photo.ts';
import { pulseAt } from './paint-prompt.ts';
import type { Surface } from './surface.ts';

export const LAYERS = ['photo', 'objects', 'live'] as const;
export type Layer = (typeof LAYERS)[number];

/** Paints one layer; null when there is nothing on it. */
export type Paint = ((surface: Surface) => void) | null;

/** The moment a frame is painted. */
export interface Moment {
  readonly time: number;
  /** The view is being panned or zoomed. */
  readonly isMoving: boolean;
}

const NO_OBJECTS: readonly MaskObject[] = [];
const NO_PROMPT: Prompt = [];

/** What each layer shows now, read from the stores. */
export function layersOf(
  { document, view }: Annotator,
  state: StoreApi<StageState>,
): Readonly<Record<Layer, (moment: Moment) => Paint>> {
  return {
    photo({ isMoving }) {
      const { photo, viewport } = view.getState();
      return photo && ((surface) => paintPhoto(surface, viewport, photo.levels, isMoving));
    },
    objects() {
      const { photo, viewport, selectedObjectId } = view.getState();
      const kept = document.getState().objects[photo?.id ?? ''] ?? NO_OBJECTS;
      if (kept.length === 0 || state.getState().masksHidden) return null;
      return (surface) => paintObjects(surface, viewport, kept, selectedObjectId);
    },
    live({ time }) {
      const shown = view.getState();
      // On an encoded photo a click is answered before a ring would be noticed.
      const isWaiting = shown.pending && !shown.embedded;
      const pulse = isWaiting ? pulseAt(time, prefersStillness()) : null;
      const prompt = document.getState().prompts[shown.photo?.id ?? ''] ?? NO_PROMPT;
      const scene = { view: shown, prompt, pulse, ...state.getState() };
      return hasSomethingLive(scene) ? (surface) => paintLive(surface, scene) : null;
    },
  };
}

/** The layers on which two states of the view look different. */
export function changedLayers(now: ViewState, before: ViewState): readonly Layer[] {
  if (now.viewport !== before.viewport || now.photo !== before.photo) return LAYERS;
  const layers: Layer[] = [];
  if (now.selectedObjectId !== before.selectedObjectId) layers.push('objects');
  const inHand = ['live', 'hoverMask', 'draftBox', 'pending'] as const;
  if (inHand.some((key) => now[key] !== before[key])) layers.push('live');
  return layers;
}

export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
