import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HistoryState } from '../../document/history-state.ts';
import type { DocumentState } from '../../document/types.ts';
import type { EmbeddingCacheUse } from '../../engine/protocol.ts';
import type { Mask } from '../../mask/mask.ts';
import type { Context } from '../state/context.ts';
import { deviceGigabytes } from '../state/device.ts';
import { type Held, limitsWithin, memoryBudget } from './budget.ts';
import { createShownLevels } from './shown-levels.ts';

/** What the app keeps in memory; model and runtime are not in it. */
export interface MemoryUse extends Held {
  readonly budget: number;
}

export interface MemoryVerbs {
  readonly memory: StoreApi<MemoryUse>;
}

/** Nothing has to go at once. */
const LOOK_MILLISECONDS = 1000;

/** Weighs all that is in memory a moment after it has changed, and says what each part may hold. */
export function createMemory(context: Context): MemoryVerbs {
  const { document, view, engine, thumbnails } = context;
  const levels = createShownLevels(context);
  const budget = memoryBudget(deviceGigabytes());
  const memory = createStore<MemoryUse>(() => ({ budget, ...weigh() }));
  let isDue = false;

  function weigh(): Held {
    const { bytes: photo, finerBytes: finer } = levels.use();
    const { bytes, seenBytes } = thumbnails.use();
    const { cache } = engine.status.getState();
    return {
      photo,
      finer,
      masks: bytesOfMasks(document.state.getState()),
      history: bytesOfHistory(document.history.getState()),
      thumbnails: bytes,
      seenThumbnails: seenBytes,
      embeddings: cache.bytes,
      shownEmbedding: cache.count > 0 ? cache.bytes / cache.count : 0,
      working: cache.working,
    };
  }

  function look(): void {
    isDue = false;
    const limits = limitsWithin(budget, weigh(), isKept(engine.status.getState().cache));
    levels.limitFiner(limits.finer);
    document.limitHistory(limits.history);
    thumbnails.limitTo(limits.thumbnails);
    void engine.limitMemory(limits.embeddings);
    memory.setState({ budget, ...weigh() });
  }

  function lookSoon(): void {
    if (!isDue) setTimeout(look, LOOK_MILLISECONDS);
    isDue = true;
  }

  document.state.subscribe(lookSoon);
  document.history.subscribe(lookSoon);
  thumbnails.store.subscribe(lookSoon);
  view.subscribe((now, before) => {
    if (now.photo !== before.photo || now.viewport !== before.viewport) lookSoon();
  });
  engine.status.subscribe(({ cache }, { cache: before }) => {
    if (weightOf(cache) !== weightOf(before) || isKept(cache) !== isKept(before)) lookSoon();
  });
  return { memory };
}

/** What goes from memory is still on disk. */
function isKept({ disk }: EmbeddingCacheUse): boolean {
  return disk.limitBytes > 0 && disk.trouble === null;
}

function weightOf({ bytes, working }: EmbeddingCacheUse): number {
  return bytes + working;
}

function bytesOfHistory({ done, undone }: HistoryState): number {
  return [...done, ...undone].reduce((sum, step) => sum + step.bytes, 0);
}

type Masks = readonly { readonly mask: Mask }[];
/** Bytes of a photo's objects or proposals: what has not changed is not counted again. */
const weighed = new WeakMap<Masks, number>();

function bytesOfMasks({ objects, proposals }: DocumentState): number {
  const lists: readonly Masks[] = [...Object.values(objects), ...Object.values(proposals)];
  return lists.reduce((sum, list) => sum + bytesOfList(list), 0);
}

function bytesOfList(list: Masks): number {
  const known = weighed.get(list);
  if (known !== undefined) return known;
  const bytes = list.reduce((sum, { mask }) => sum + mask.runs.byteLength, 0);
  weighed.set(list, bytes);
  return bytes;
}
