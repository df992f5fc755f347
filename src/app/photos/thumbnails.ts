import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PhotoLoader } from '../../photo/client.ts';
import type { PhotoFiles } from '../../photo/files.ts';

/** `broken`: the file can't be shown. */
export type Thumbnail = ImageBitmap | 'broken';

/** Small pictures of photos, made when they are wanted. */
export interface Thumbnails {
  /** By photo id; what is not there is not made yet. */
  readonly store: StoreApi<ReadonlyMap<string, Thumbnail>>;
  /** Takes the bitmap over. */
  put(photoId: string, thumbnail: Thumbnail): void;
  /** What can be seen now, most wanted first; what waited before and is not among it is forgotten. */
  want(photoIds: readonly string[]): void;
  /** Files that could not be read may be readable now. */
  forgetBroken(): void;
}

/** About 36 KiB each. */
const KEPT = 600;

export function createThumbnails(
  files: PhotoFiles,
  background: Pick<PhotoLoader, 'thumbnail'>,
): Thumbnails {
  const store = createStore<ReadonlyMap<string, Thumbnail>>(() => new Map());
  let wanted: readonly string[] = [];
  let isBusy = false;

  function put(photoId: string, thumbnail: Thumbnail): void {
    const next = new Map(store.getState());
    close(next.get(photoId));
    next.delete(photoId);
    next.set(photoId, thumbnail);
    for (const [id, old] of next) {
      if (next.size <= KEPT) break;
      if (wanted.includes(id) || id === photoId) continue;
      next.delete(id);
      close(old);
    }
    store.setState(next, true);
  }

  async function make(photoId: string): Promise<Thumbnail> {
    const file = await files.open(photoId).catch(() => null);
    if (!file) return 'broken';
    const result = await background.thumbnail(file);
    return result.ok ? result.thumbnail : 'broken';
  }

  async function work(): Promise<void> {
    const next = wanted.find((id) => !store.getState().has(id));
    if (isBusy || next === undefined) return;
    isBusy = true;
    const thumbnail = await make(next);
    isBusy = false;
    put(next, thumbnail);
    void work();
  }

  return {
    store,
    put,
    want(photoIds) {
      wanted = photoIds;
      void work();
    },
    forgetBroken() {
      store.setState(new Map([...store.getState()].filter(([, kept]) => kept !== 'broken')), true);
      void work();
    },
  };
}

function close(thumbnail: Thumbnail | undefined): void {
  if (thumbnail && thumbnail !== 'broken') thumbnail.close();
}
