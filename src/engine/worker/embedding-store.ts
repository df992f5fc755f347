import { answered } from '../../browser/answered.ts';
import type { DiskTrouble, DiskUse } from '../protocol.ts';
import { createDiskFolder, type DiskFolder, isNamed } from './disk-folder.ts';
import type { Embedding, ImageTensorName } from './embedding.ts';
import { readEmbedding, writeEmbedding } from './embedding-file.ts';
import { createKnownFiles } from './known-files.ts';

/** Embeddings that outlast the page. Nothing here throws: what can't be kept is only not kept. */
export interface EmbeddingStore {
  /** Null when there is none, or none that this version can use: that one is dropped. */
  read(key: string, names: readonly ImageTensorName[]): Promise<Embedding | null>;
  /** Drops the longest unused until there is room. */
  write(embedding: Embedding): Promise<void>;
  has(key: string): Promise<boolean>;
  /** Those of the keys that are there. */
  present(keys: readonly string[]): Promise<readonly string[]>;
  /** From now on; 0: nothing is kept. */
  limitTo(bytes: number): Promise<void>;
  /** Drops what nobody will ask for any more. */
  keepOnly(isWanted: (key: string) => boolean): Promise<void>;
  clear(): Promise<void>;
  use(): DiskUse;
}

interface StoreOptions {
  /** Rejects where there is no private file system. */
  readonly openFolder: () => Promise<FileSystemDirectoryHandle>;
  /** Bytes that the browser would still give; null when it doesn't say. */
  readonly freeBytes: () => Promise<number | null>;
}

/** Left to the person's work, which shares what the browser gives. */
const RESERVED_BYTES = 256 * 2 ** 20;

/** That of this browser, for this origin. */
export function openEmbeddingStore(): EmbeddingStore {
  return createEmbeddingStore({
    async openFolder() {
      const root = await answered(navigator.storage.getDirectory());
      return root.getDirectoryHandle('embeddings', { create: true });
    },
    async freeBytes() {
      const { quota, usage } = await navigator.storage.estimate();
      return quota === undefined || usage === undefined ? null : quota - usage;
    },
  });
}

/** Nothing is kept. */
export const NO_DISK: StoreOptions = {
  openFolder: () => Promise.reject(new Error('embeddings are not kept on disk')),
  freeBytes: async () => null,
};

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: folder, room and trouble are one state, which all its verbs change.
export function createEmbeddingStore({ openFolder, freeBytes }: StoreOptions): EmbeddingStore {
  const { known, look, note, drop, shrinkTo, bytes: total } = createKnownFiles();
  let folder: Promise<DiskFolder | null> | null = null;
  let limitBytes = 0;
  let trouble: DiskTrouble | null = null;

  function open(): Promise<DiskFolder | null> {
    folder ??= openFolder().then(createDiskFolder, () => {
      trouble = 'no-storage';
      return null;
    });
    return folder;
  }

  /** What `work` gives, or `otherwise` where there is no folder or it fails. */
  async function attempt<T>(otherwise: T, work: (disk: DiskFolder) => Promise<T>): Promise<T> {
    const disk = await open();
    if (!disk) return otherwise;
    try {
      return await work(disk);
    } catch (error) {
      trouble = isNamed(error, 'QuotaExceededError') ? 'full' : 'failed';
      // It may be gone, when the person has cleared the site's data: it is opened again.
      folder = null;
      return otherwise;
    }
  }

  async function roomNow(): Promise<number> {
    const free = await freeBytes();
    if (free === null) return limitBytes;
    return Math.max(0, Math.min(limitBytes, total() + free - RESERVED_BYTES));
  }

  return {
    use: () => ({ count: known.size, bytes: total(), limitBytes, trouble }),
    read: (key, names) =>
      attempt(null, async (disk) => {
        const name = nameOf(key);
        const file = await disk.read(name);
        if (!file) return null;
        const embedding = await readEmbedding(file, key, names);
        if (embedding) known.set(name, { bytes: file.length, usedAt: Date.now() });
        else await drop(disk, name);
        return embedding;
      }),
    write: (embedding) =>
      attempt(undefined, async (disk) => {
        if (limitBytes === 0) return;
        const file = await writeEmbedding(embedding);
        await look(disk);
        const room = await roomNow();
        if (room < file.length) trouble = 'full';
        await shrinkTo(disk, Math.max(0, room - file.length));
        if (room < file.length) return;
        const name = nameOf(embedding.key);
        await disk.write(name, file);
        await note(disk, name);
        trouble = null;
      }),
    has: (key) => attempt(false, async (disk) => (await disk.stat(nameOf(key))) !== null),
    present: (keys) =>
      attempt<readonly string[]>([], async (disk) => {
        const names = new Set(await disk.names());
        return keys.filter((key) => names.has(nameOf(key)));
      }),
    limitTo: (bytes) =>
      attempt(undefined, async (disk) => {
        limitBytes = bytes;
        await look(disk);
        await shrinkTo(disk, bytes);
      }),
    keepOnly: (isWanted) =>
      attempt(undefined, async (disk) => {
        await look(disk);
        for (const name of [...known.keys()]) if (!isWanted(keyOf(name))) await drop(disk, name);
      }),
    clear: () =>
      attempt(undefined, async (disk) => {
        await look(disk);
        for (const name of [...known.keys()]) await drop(disk, name);
        trouble = null;
      }),
  };
}

/** A key as a file's name; a dot in front is what files under way have. */
function nameOf(key: string): string {
  return encodeURIComponent(key).replace(/^\./, '%2E');
}

function keyOf(name: string): string {
  return decodeURIComponent(name);
}
