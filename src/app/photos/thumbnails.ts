import { createStore } from 'zustand/vanilla';
import type { PhotoLoader } from '../../photo/client.ts';
import type { PhotoFiles } from '../../photo/files.ts';
import type { PhotoThumbnail } from '../../photo/protocol.ts';
import type { StoredThumbnails } from '../../projects/thumbnails.ts';
import type { Reports } from '../state/reports.ts';
import type { Thumbnail, Thumbnails } from '../state/thumbnails.ts';

interface Sources {
  readonly files: PhotoFiles;
  readonly background: Pick<PhotoLoader, 'thumbnail'>;
  /** Those of earlier visits. */
  readonly kept: StoredThumbnails;
  /** Whoever decodes a photo measures it. */
  readonly reports: Pick<Reports, 'take'>;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: what is wanted, known and kept is one state, which all its verbs change.
export function createThumbnails({ files, background, kept, reports }: Sources): Thumbnails {
  const store = createStore<ReadonlyMap<string, Thumbnail>>(() => new Map());
  let wanted: readonly string[] = [];
  let isBusy = false;
  let limit = Number.POSITIVE_INFINITY;
  /** Photos that are wanted and not among those of earlier visits. */
  const unknown = new Set<string>();

  function put(photoId: string, thumbnail: Thumbnail): void {
    const next = new Map(store.getState());
    close(next.get(photoId));
    next.delete(photoId);
    next.set(photoId, thumbnail);
    unknown.delete(photoId);
    trim(next, photoId);
  }

  /** The oldest go first. */
  function trim(next: Map<string, Thumbnail>, newest?: string): void {
    let bytes = bytesOfAll(next.values());
    for (const [id, old] of next) {
      if (bytes <= limit) break;
      if (wanted.includes(id) || id === newest) continue;
      bytes -= bytesOf(old);
      next.delete(id);
      close(old);
    }
    store.setState(next, true);
  }

  function take(photoId: string, thumbnail: PhotoThumbnail): void {
    put(photoId, thumbnail.bitmap);
    keep(photoId, thumbnail);
  }

  function keep(photoId: string, { file, report }: PhotoThumbnail): void {
    void kept.write(photoId, file);
    reports.take(photoId, report);
  }

  async function recall(photoId: string): Promise<void> {
    const file = await kept.read(photoId);
    // One that is damaged is made again.
    const bitmap = file && (await createImageBitmap(file).catch(() => null));
    if (!bitmap) unknown.add(photoId);
    // The photo itself may have brought a newer one meanwhile.
    else if (store.getState().has(photoId)) bitmap.close();
    else put(photoId, bitmap);
  }

  /** Null: the file can't be shown. */
  async function madeOf(photoId: string): Promise<PhotoThumbnail | null> {
    const file = await files.open(photoId).catch(() => null);
    const result = file && (await background.thumbnail(file));
    if (result?.ok) return result.thumbnail;
    put(photoId, 'broken');
    return null;
  }

  async function make(photoId: string): Promise<void> {
    const thumbnail = await madeOf(photoId);
    if (thumbnail) take(photoId, thumbnail);
  }

  /** Those of earlier visits first: they cost next to nothing. */
  async function work(): Promise<void> {
    const missing = wanted.filter((id) => !store.getState().has(id));
    const next = missing.find((id) => !unknown.has(id)) ?? missing[0];
    if (isBusy || next === undefined) return;
    isBusy = true;
    await (unknown.has(next) ? make(next) : recall(next));
    isBusy = false;
    void work();
  }

  return {
    store,
    take,
    want(photoIds) {
      wanted = photoIds;
      void work();
    },
    async prepare(photoId) {
      const thumbnail = await madeOf(photoId);
      if (!thumbnail) return false;
      keep(photoId, thumbnail);
      thumbnail.bitmap.close();
      return true;
    },
    forgetBroken() {
      store.setState(new Map([...store.getState()].filter(([, kept]) => kept !== 'broken')), true);
      void work();
    },
    limitTo(bytes) {
      limit = bytes;
      if (bytesOfAll(store.getState().values()) > bytes) trim(new Map(store.getState()));
    },
    use() {
      const all = store.getState();
      const seen = wanted.flatMap((id) => all.get(id) ?? []);
      return { bytes: bytesOfAll(all.values()), seenBytes: bytesOfAll(seen) };
    },
  };
}

function bytesOfAll(thumbnails: Iterable<Thumbnail>): number {
  let bytes = 0;
  for (const one of thumbnails) bytes += bytesOf(one);
  return bytes;
}

function bytesOf(thumbnail: Thumbnail): number {
  return thumbnail === 'broken' ? 0 : thumbnail.width * thumbnail.height * 4;
}

function close(thumbnail: Thumbnail | undefined): void {
  if (thumbnail && thumbnail !== 'broken') thumbnail.close();
}
