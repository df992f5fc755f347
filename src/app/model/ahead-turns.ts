import type { StoreApi } from 'zustand/vanilla';
import type { Context } from '../state/context.ts';
import { nextPhoto, wantedPhotos } from './ahead-plan.ts';
import type { AheadState } from './ahead-state.ts';
import { encodeForDisk } from './encode-ahead.ts';
import { createWakeLock } from './wake-lock.ts';

/** One photo after the other, while there are any and it may. */
interface Turns {
  /** Goes on where there may be something to do; what is under way is not begun twice. */
  wake(): Promise<void>;
  /** Breaks off what has not begun; the photo under way is still kept. */
  interrupt(): void;
}

/** The second worker's memory is given back after so long without work. */
const REST_MILLISECONDS = 20_000;

export function createTurns(
  context: Context,
  store: StoreApi<AheadState>,
  onAllDone: () => void,
): Turns {
  const { engine } = context;
  const wakeLock = createWakeLock();
  let working: AbortController | null = null;
  let isAskedAgain = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  async function wake(): Promise<void> {
    isAskedAgain = working !== null;
    if (working || !mayWork(context, store)) return;
    if (wantedPhotos(context, store.getState()).length === 0)
      return store.setState({ done: 0, waiting: 0 });
    clearTimeout(resting);
    const turn = new AbortController();
    working = turn;
    if (store.getState().scope === 'all') wakeLock.hold();
    await work(context, store, turn.signal).catch(() => {});
    working = null;
    wakeLock.release();
    const { scope, waiting, isPaused } = store.getState();
    store.setState({ step: 'idle', current: null, startedAt: null });
    resting = setTimeout(engine.ahead.rest, REST_MILLISECONDS);
    // Something came up while the last plan was made.
    if (turn.signal.aborted || isAskedAgain) void wake();
    else if (scope === 'all' && waiting === 0 && !isPaused) onAllDone();
  }

  return { wake, interrupt: () => working?.abort() };
}

async function work(
  context: Context,
  store: StoreApi<AheadState>,
  signal: AbortSignal,
): Promise<void> {
  let written: string | null = null;
  while (mayWork(context, store)) {
    store.setState({ step: 'holding', current: null, startedAt: null });
    await context.engine.ahead.untilQuiet(signal);
    const photo = await nextPhoto(context, store);
    if (signal.aborted || !photo) return;
    // What was written and is not there would be written for ever.
    if (photo.id === written) return store.setState({ stopped: 'failed' });
    written = (await encodeForDisk(context, store, signal, photo)) ? photo.id : null;
  }
}

function mayWork({ view, engine }: Context, store: StoreApi<AheadState>): boolean {
  const { isPaused, stopped } = store.getState();
  const { diskLimit, photo } = view.getState();
  const { trouble } = engine.status.getState().cache.disk;
  return !isPaused && !stopped && photo !== null && diskLimit > 0 && trouble !== 'no-storage';
}
