import type { EmbeddingCacheUse, Encoded, EncodeRequest } from '../protocol.ts';
import type { Embedding, ImageTensorName } from './embedding.ts';
import type { EmbeddingStore } from './embedding-store.ts';
import type { Lru } from './lru.ts';

/** Embeddings where they are found: in memory, else on disk. */
export interface Kept {
  recall(photo: Pick<EncodeRequest, 'photoId' | 'photoSize'>): Promise<Encoded | null>;
  keep(photoId: string): Promise<EmbeddingCacheUse>;
  onDisk(photoIds: readonly string[]): Promise<readonly string[]>;
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
  keyOf(photoId: string): string;
  /** Tensors that an embedding has to have. */
  readonly names: readonly ImageTensorName[];
}

export function createKept({ memory, disk, working, keyOf, names }: KeptOptions): Kept {
  const use = () => ({ ...memory.use(), working: working(), disk: disk.use() });

  async function find(key: string): Promise<Embedding | null> {
    const inMemory = memory.get(key);
    if (inMemory) return inMemory;
    const onDisk = await disk.read(key, names);
    if (onDisk) memory.set(key, onDisk);
    return onDisk;
  }

  return {
    use,
    async recall({ photoId, photoSize }) {
      const startedAt = performance.now();
      const found = await find(keyOf(photoId));
      // Of another size: not of this photo after all, whatever its id says.
      if (found?.photo.width !== photoSize.width || found.photo.height !== photoSize.height) {
        return null;
      }
      return { ran: false, milliseconds: performance.now() - startedAt, cache: use() };
    },
    async keep(photoId) {
      const embedding = memory.peek(keyOf(photoId));
      if (embedding) await disk.write(embedding);
      return use();
    },
    async onDisk(photoIds) {
      const present = new Set(await disk.present(photoIds.map(keyOf)));
      return photoIds.filter((photoId) => present.has(keyOf(photoId)));
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
