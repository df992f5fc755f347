import type { ModelKind } from '../../contract/model-kind.ts';
import type { EmbeddingCacheUse, Encoded, EncodeRequest, SeenPhoto } from '../protocol.ts';
import type { Embedding } from './embedding.ts';
import type { EmbeddingStore } from './embedding-store.ts';
import type { Lru } from './lru.ts';
import type { OpenView } from './sessions.ts';
import { viewsFor } from './views.ts';

/** Embeddings where they are found: in memory, else on disk. */
export interface Kept {
  recall(seen: SeenPhoto & Pick<EncodeRequest, 'photoSize'>): Promise<Encoded | null>;
  keep(seen: SeenPhoto): Promise<EmbeddingCacheUse>;
  onDisk(photoIds: readonly string[], model: ModelKind): Promise<readonly string[]>;
  limitMemory(bytes: number): EmbeddingCacheUse;
  limitDisk(bytes: number): Promise<EmbeddingCacheUse>;
  clear(): Promise<EmbeddingCacheUse>;
  use(): EmbeddingCacheUse;
  /** In memory, else on disk; null where it is on neither. */
  find(seen: SeenPhoto): Promise<Seen | null>;
  /** In memory, used now; null where it is not. */
  inMemory(seen: SeenPhoto): Seen | null;
}

/** What a kind saw of a photo, and how. */
export interface Seen {
  readonly view: OpenView;
  readonly embedding: Embedding;
}

interface KeptOptions {
  readonly memory: Lru<Embedding>;
  readonly disk: EmbeddingStore;
  /** Bytes in memory beside the embeddings. */
  working(): number;
  readonly views: readonly OpenView[];
  keyOf(photoId: string, view: OpenView): string;
}

/** Which of its views a photo was seen by shows where its embedding is found: no photo has two of a kind. */
export function createKept({ memory, disk, working, views, keyOf }: KeptOptions): Kept {
  const use = () => ({ ...memory.use(), working: working(), disk: disk.use() });
  const placesOf = ({ photoId, model }: SeenPhoto) =>
    viewsFor(views, model).map((view) => ({ view, key: keyOf(photoId, view) }));

  function inMemory(seen: SeenPhoto): Seen | null {
    for (const { view, key } of placesOf(seen)) {
      const embedding = memory.get(key);
      if (embedding) return { view, embedding };
    }
    return null;
  }

  async function find(seen: SeenPhoto): Promise<Seen | null> {
    const known = inMemory(seen);
    if (known) return known;
    for (const { view, key } of placesOf(seen)) {
      const embedding = await disk.read(key, view.tensors);
      if (!embedding) continue;
      memory.set(key, embedding);
      return { view, embedding };
    }
    return null;
  }

  return {
    use,
    inMemory,
    find,
    async recall({ photoSize, ...seen }) {
      const startedAt = performance.now();
      const found = await find(seen);
      // Another size: not this photo's after all, whatever its id says.
      const { width, height } = found?.embedding.photo ?? {};
      if (!found || width !== photoSize.width || height !== photoSize.height) return null;
      const { kinds } = found.view;
      const milliseconds = performance.now() - startedAt;
      return { ran: false, kinds, milliseconds, steps: null, cache: use() };
    },
    async keep(seen) {
      for (const { key } of placesOf(seen)) {
        const embedding = memory.peek(key);
        if (embedding) await disk.write(embedding);
      }
      return use();
    },
    async onDisk(photoIds, model) {
      const keysOf = (photoId: string) => placesOf({ photoId, model }).map(({ key }) => key);
      const present = new Set(await disk.present(photoIds.flatMap(keysOf)));
      return photoIds.filter((photoId) => keysOf(photoId).some((key) => present.has(key)));
    },
    limitMemory(bytes) {
      memory.limitTo(bytes);
      return use();
    },
    async limitDisk(bytes) {
      await disk.limitTo(bytes);
      return use();
    },
    async clear() {
      // The one used last is the photo in hand.
      memory.keepNewest();
      await disk.clear();
      return use();
    },
  };
}
