import type { StoreApi } from 'zustand/vanilla';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import type { AheadState } from './ahead-state.ts';
import { createTurns } from './ahead-turns.ts';

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

/** Encodes photos that are not in hand: the next ones while the person works, or all of them. */
export function createEncodingAhead(context: Context, store: StoreApi<AheadState>): AheadVerbs {
  const { view } = context;
  const { wake, interrupt } = createTurns(context, store, () => {
    notify(view, 'info', doneWords(store.getState()));
    store.setState({ scope: 'near' });
    void wake();
  });
  wakeOnChange(context, store, wake);

  function setPaused(isPaused: boolean): void {
    store.setState({ isPaused });
    view.setState({ encodesAhead: !isPaused });
    if (isPaused) interrupt();
    else void wake();
  }

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

function doneWords({ done, failed }: AheadState): string {
  return failed.length === 0
    ? t('encoding.allDone', { done })
    : t('encoding.allDoneBut', { done, failed: failed.length });
}

/** There may be something to do after what changed. */
function wakeOnChange(
  { document, view, engine }: Context,
  store: StoreApi<AheadState>,
  wake: () => Promise<void>,
): void {
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
}
