import type { StoreApi } from 'zustand/vanilla';
import type { AheadState } from '../model/ahead-state.ts';
import type { Context } from '../state/context.ts';
import { dependsOnReports } from '../state/listed.ts';

const LOOK_MILLISECONDS = 200;

/**
 * Measures the photos that nobody has opened, one after the other, while nobody waits for the engine: what a click
 * or an encode needs is not shared with it. An encode ahead is waited for too, unless the filmstrip is asked for
 * what only a report can say.
 */
export function measurePhotos(context: Context, ahead: StoreApi<AheadState>): void {
  const { document, view, engine, thumbnails, reports } = context;
  const { signal } = new AbortController();
  let isAtWork = false;

  /** What is taken is in the view a moment later. */
  const prepared = new Set<string>();
  const isMissing = (id: string) =>
    !view.getState().reports.has(id) &&
    !prepared.has(id) &&
    thumbnails.store.getState().get(id) !== 'broken';
  const nextId = () => document.state.getState().photos.find(({ id }) => isMissing(id))?.id;
  const isAskedFor = () => dependsOnReports(view.getState().listing);

  /** Files that are being opened go through the same worker. */
  const isBusy = () =>
    view.getState().opening !== null || (ahead.getState().step === 'encoding' && !isAskedFor());

  async function untilFree(): Promise<void> {
    await engine.ahead.untilQuiet(signal);
    while (isBusy()) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
      await engine.ahead.untilQuiet(signal);
    }
  }

  async function work(): Promise<void> {
    if (isAtWork || nextId() === undefined) return;
    isAtWork = true;
    await reports.recall();
    while (nextId() !== undefined) {
      await untilFree();
      const id = nextId();
      if (id !== undefined && (await thumbnails.prepare(id))) prepared.add(id);
    }
    isAtWork = false;
  }

  document.state.subscribe(({ photos }, before) => {
    if (photos !== before.photos) void work();
  });
  // Files that could not be read may be readable now.
  thumbnails.store.subscribe(() => void work());
}
