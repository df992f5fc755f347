/** Bytes in memory, by what holds them. */
export interface Held {
  /** Levels of the shown photo. */
  readonly photo: number;
  /** The part of these that is finer than the screen shows. */
  readonly finer: number;
  readonly masks: number;
  readonly history: number;
  readonly thumbnails: number;
  /** The part of these that can be seen. */
  readonly seenThumbnails: number;
  readonly embeddings: number;
  /** The part of these that belongs to the shown photo. */
  readonly shownEmbedding: number;
  /** What the engine keeps of clicks, and its buffers on the GPU. */
  readonly working: number;
}

/** Bytes that each may hold, beside what can't go. */
export interface Limits {
  readonly finer: number;
  readonly history: number;
  readonly thumbnails: number;
  readonly embeddings: number;
}

const MEBIBYTE = 2 ** 20;
const SHARE_OF_DEVICE = 1 / 8;
const [LEAST, MOST] = [256 * MEBIBYTE, 1024 * MEBIBYTE];
/** Undoing is the last to suffer: what goes is lost. */
const LEAST_OF_HISTORY = 1 / 4;
const MOST_OF_HISTORY = 256 * MEBIBYTE;
/** About 600. */
const MOST_OF_THUMBNAILS = 16 * MEBIBYTE;
/** About four photos: what is on disk comes back in milliseconds, so more would be waste. */
const MOST_OF_KEPT_EMBEDDINGS = 8 * MEBIBYTE;

/** Budget of a device with so much memory; the model, the runtime and the browser need theirs beside it. */
export function memoryBudget(gigabytes: number): number {
  return clamp(gigabytes * 1024 * MEBIBYTE * SHARE_OF_DEVICE, LEAST, MOST);
}

/**
 * Shares what the budget leaves beside the work itself and what is on screen. The most needed is
 * served first: history, fine levels of the shown photo, thumbnails out of sight, embeddings of other
 * photos. Pure.
 */
export function limitsWithin(budget: number, held: Held, areEmbeddingsOnDisk: boolean): Limits {
  const { photo, finer, masks, seenThumbnails, shownEmbedding, working } = held;
  let left = budget - (photo - finer) - masks - seenThumbnails - shownEmbedding - working;

  function serve(bytes: number): void {
    left = Math.max(left - bytes, 0);
  }

  const history = clamp(left, budget * LEAST_OF_HISTORY, MOST_OF_HISTORY);
  serve(Math.min(held.history, history));
  const limits = { history, finer: left };
  serve(Math.min(finer, left));
  const thumbnails = seenThumbnails + Math.min(left, MOST_OF_THUMBNAILS);
  serve(Math.min(held.thumbnails, thumbnails) - seenThumbnails);
  const most = areEmbeddingsOnDisk ? MOST_OF_KEPT_EMBEDDINGS : left;
  return { ...limits, thumbnails, embeddings: shownEmbedding + Math.min(left, most) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
