import type { ModelKind } from '../../contract/model-kind.ts';
import type { EmbeddingCacheUse, Encoded, EncodeRequest, SeenPhoto } from '../protocol.ts';
import type { Embedding, ImageTensorName } from './embedding.ts';
import type { EmbeddingStore } from './embedding-store.ts';
import type { Lru } from './lru.ts';

/** Embeddings where they are found: in memory, else on disk. */
export interface Kept {
  recall(seen: SeenPhoto & Pick<EncodeRequest, 'photoSize'>): Promise<Encoded | null>;
  keep(seen: SeenPhoto): Promise<EmbeddingCacheUse>;
  onDisk(photoIds: readonly string[], model: ModelKind): Promise<readonly string[]>;
  limitMemory(bytes: number): EmbeddingCacheUse;
  limitDisk(bytes: number): Promise<EmbeddingCacheUse>;
  clear(): Promise<EmbeddingCacheUse>;
  use(): EmbeddingCacheUse;
}

interface KeptOptions {
  readonly memory: Lru<Embedding>;
  readonly disk: EmbeddingStore;
  /** Bytes in memory beside the embeddings. */
  working(): number;
  keyOf(seen: SeenPhoto): string;
  /** Tensors that an embedding for this kind has to have. */
  namesFor(model: ModelKind): readonly ImageTensorName[];
}

export function createKept({ memory, disk, working, keyOf, namesFor }: KeptOptions): Kept {
  const use = () => ({ ...memory.use(), working: working(), disk: disk.use() });

  async function find(seen: SeenPhoto): Promise<Embedding | null> {
    const key = keyOf(seen);
    const inMemory = memory.get(key);
    if (inMemory) return inMemory;
    const onDisk = await disk.read(key, namesFor(seen.model));
    if (onDisk) memory.set(key, onDisk);
    return onDisk;
  }

  return {
    use,
    async recall({ photoSize, ...seen }) {
      const startedAt = performance.now();
      const found = await find(seen);
      // Another size: not this photo's after all, whatever its id says.
      if (found?.photo.width !== photoSize.width || found.photo.height !== photoSize.height) {
        return null;
      }
      return { ran: false, milliseconds: performance.now() - startedAt, cache: use() };
    },
    async keep(seen) {
      const embedding = memory.peek(keyOf(seen));
      if (embedding) await disk.write(embedding);
      return use();
    },
    async onDisk(photoIds, model) {
      const keys = new Map(photoIds.map((photoId) => [photoId, keyOf({ photoId, model })]));
      const present = new Set(await disk.present([...keys.values()]));
      return photoIds.filter((photoId) => present.has(keys.get(photoId) ?? ''));
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
