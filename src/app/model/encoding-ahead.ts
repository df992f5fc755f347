import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PhotoEntry } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { type Context, modelsInUse } from '../state/context.ts';
import { listedPhotos } from '../state/listing.ts';
import { notify } from '../state/notices.ts';
import type { AheadState } from './ahead-state.ts';
import { createWakeLock } from './wake-lock.ts';

export interface AheadVerbs {
  readonly ahead: StoreApi<AheadState>;
  /** Encodes every photo of the project that isn't yet, on disk, while nobody waits for the engine. */
  encodeAll(): void;
  /** Goes back to the next few photos; what is on disk stays. */
  cancelAhead(): void;
  /** Also on the next visit, until it is resumed. */
  pauseAhead(): void;
  resumeAhead(): void;
}

/** Of the listing, around the shown photo: where a person goes next. */
const AHEAD = 3;
const BEHIND = 1;
/** The second worker's memory is given back after so long without work. */
const REST_MILLISECONDS = 20_000;
/** Weight of the newest photo in the time that one takes. */
const NEWEST = 0.3;

/** Encodes photos that are not in hand: the next ones while the person works, or all of them. */
export function createEncodingAhead(context: Context): AheadVerbs {
  const { document, view, engine, files, background } = context;
  const wakeLock = createWakeLock();
  const store: StoreApi<AheadState> = createStore(() => ({
    scope: 'near',
    isPaused: !view.getState().encodesAhead,
    step: 'idle',
    current: null,
    startedAt: null,
    done: 0,
    waiting: 0,
    millisecondsEach: null,
    failed: [],
    stopped: null,
  }));
  let working: AbortController | null = null;
  let isAskedAgain = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  /** Photos of the scope in the order in which they are encoded. */
  function wanted(): readonly PhotoEntry[] {
    const shownId = view.getState().photo?.id;
    const state = document.state.getState();
    const { scope, failed } = store.getState();
    const listed = scope === 'all' ? state.photos : listedPhotos(state, view.getState().listing);
    const at = listed.findIndex(({ id }) => id === shownId);
    const behind = listed.slice(0, Math.max(at, 0));
    const near =
      at === -1 ? [] : [...listed.slice(at + 1).slice(0, AHEAD), ...behind.slice(-BEHIND)];
    const ordered = scope === 'near' ? near : [...listed.slice(Math.max(at, 0)), ...behind];
    return ordered.filter(({ id }) => !failed.includes(id));
  }

  /** The next photo to encode; null when all are there, or no more of them would fit. */
  async function plan(): Promise<PhotoEntry | null> {
    const all = wanted();
    const kept = await engine.ahead.kept(
      all.map(({ id }) => id),
      modelsInUse(context)[0],
    );
    const missing = all.filter(({ id }) => !kept.has(id));
    store.setState({ done: kept.size, waiting: missing.length });
    const { disk } = engine.status.getState().cache;
    // One more would only push out another of the same project.
    const isFull = disk.count > 0 && (kept.size + 1) * (disk.bytes / disk.count) > disk.limitBytes;
    if (isFull && missing.length > 0) stop('full');
    return isFull ? null : (missing[0] ?? null);
  }

  function stop(reason: AheadState['stopped']): void {
    store.setState({ stopped: reason });
  }

  function fail({ id }: PhotoEntry): void {
    store.setState(({ failed }) => ({ failed: [...failed, id] }));
  }

  /** Whether it should be on disk now. */
  async function encodeOne(signal: AbortSignal, photo: PhotoEntry): Promise<boolean> {
    const startedAt = performance.now();
    store.setState({ step: 'encoding', current: photo.id, startedAt });
    const file = await files.open(photo.id).catch(() => null);
    const decoded = file && (await background.modelImage(file, signal));
    if (!decoded?.ok) {
      fail(photo);
      return false;
    }
    const { image, size: photoSize } = decoded;
    const [model] = modelsInUse(context);
    const request = { photoId: photo.id, model, photoSize, image };
    const outcome = await engine.ahead.encode(signal, request);
    if (!outcome.ok) {
      if (outcome.problem.kind !== 'cancelled') stop('engine');
      return false;
    }
    const { ran, cache } = outcome.value;
    if (cache.disk.trouble) stop(cache.disk.trouble);
    if (ran) note(performance.now() - startedAt);
    return true;
  }

  function note(took: number): void {
    store.setState(({ millisecondsEach: before }) => ({
      millisecondsEach: before === null ? took : before + NEWEST * (took - before),
    }));
  }

  async function work(signal: AbortSignal): Promise<void> {
    let written: string | null = null;
    while (mayWork()) {
      store.setState({ step: 'holding', current: null, startedAt: null });
      await engine.ahead.untilQuiet(signal);
      const photo = await plan();
      if (signal.aborted || !photo) return;
      // What was written and is not there would be written for ever.
      if (photo.id === written) return stop('failed');
      written = (await encodeOne(signal, photo)) ? photo.id : null;
    }
  }

  function mayWork(): boolean {
    const { isPaused, stopped } = store.getState();
    const { diskLimit, photo } = view.getState();
    const { trouble } = engine.status.getState().cache.disk;
    return !isPaused && !stopped && photo !== null && diskLimit > 0 && trouble !== 'no-storage';
  }

  /** Goes on where there may be something to do; what is under way is not begun twice. */
  async function wake(): Promise<void> {
    isAskedAgain = working !== null;
    if (working || !mayWork()) return;
    if (wanted().length === 0) return store.setState({ done: 0, waiting: 0 });
    clearTimeout(resting);
    const turn = new AbortController();
    working = turn;
    if (store.getState().scope === 'all') wakeLock.hold();
    await work(turn.signal).catch(() => {});
    working = null;
    wakeLock.release();
    const { scope, waiting, isPaused } = store.getState();
    store.setState({ step: 'idle', current: null, startedAt: null });
    resting = setTimeout(engine.ahead.rest, REST_MILLISECONDS);
    // Something came up while the last plan was made.
    if (turn.signal.aborted || isAskedAgain) void wake();
    else if (scope === 'all' && waiting === 0 && !isPaused) end();
  }

  function end(): void {
    const { done, failed } = store.getState();
    const words =
      failed.length === 0
        ? t('encoding.allDone', { done })
        : t('encoding.allDoneBut', { done, failed: failed.length });
    notify(view, 'info', words);
    store.setState({ scope: 'near' });
    void wake();
  }

  /** Breaks off what has not begun; the photo under way is still kept. */
  function interrupt(): void {
    working?.abort();
  }

  function setPaused(isPaused: boolean): void {
    store.setState({ isPaused });
    view.setState({ encodesAhead: !isPaused });
    if (isPaused) interrupt();
    else void wake();
  }

  view.subscribe((now, before) => {
    const isOther =
      now.photo !== before.photo ||
      now.listing !== before.listing ||
      now.modelChoice !== before.modelChoice;
    if (now.diskLimit !== before.diskLimit) store.setState({ stopped: null });
    if (isOther || now.diskLimit !== before.diskLimit) void wake();
  });
  document.state.subscribe(({ photos }, before) => {
    if (photos !== before.photos) void wake();
  });
  engine.status.subscribe(({ set }, before) => {
    if (set?.id === before.set?.id) return;
    store.setState({ failed: [], stopped: null, millisecondsEach: null });
    void wake();
  });

  return {
    ahead: store,
    encodeAll() {
      interrupt();
      store.setState({ scope: 'all', failed: [], stopped: null });
      setPaused(false);
    },
    cancelAhead() {
      interrupt();
      store.setState({ scope: 'near', stopped: null });
    },
    pauseAhead: () => setPaused(true),
    resumeAhead() {
      store.setState({ stopped: null });
      setPaused(false);
    },
  };
}
