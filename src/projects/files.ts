import type { StoreApi } from 'zustand/vanilla';
import { askPermission, isPermitted } from '../disk/permission.ts';
import type { PhotoFiles, PhotoSource } from '../photo/files.ts';
import { t } from '../words/words.ts';
import { all, bare, type Connection, type FileRecord, transact } from './database.ts';
import type { SaveStatus } from './saving.ts';
import { createWriting } from './writing.ts';

/**
 * The photos' files, across restarts: by their place on the disk where the browser gives it, else as
 * a copy. They are known by their content, so projects share them.
 */
export interface StoredFiles extends PhotoFiles {
  /** Whether all that were put are on the disk. */
  readonly status: StoreApi<SaveStatus>;
  /** Name of the folder, or the file, that the person has to give permission for; null: none. */
  lockedName(photoId: string): Promise<string | null>;
  /** Asks the person; to be called from a click. True: the file, and all in its folder, can be read. */
  unlock(photoId: string): Promise<boolean>;
  settled(): Promise<void>;
  /** Tries again after a failure. */
  retry(): Promise<void>;
}

/** Copied in one transaction, so neither thousands of small files nor a few large ones take long. */
const BATCH_FILES = 64;
const BATCH_BYTES = 32 * 2 ** 20;

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: what was chosen, waits and is written is one state, which all its verbs change.
export function createStoredFiles(connection: Connection): StoredFiles {
  /** Files of this visit: what was chosen can be read without asking. A copy on the disk takes its place. */
  const chosen = new Map<string, PhotoSource>();
  const waiting = new Map<string, PhotoSource>();
  const { status, work, settled } = createWriting({
    isBehind: () => waiting.size > 0,
    write: writeBatch,
  });

  async function recordOf(photoId: string): Promise<FileRecord | undefined> {
    return (await connection.open()).get('files', photoId);
  }

  function nextBatch(): [string, PhotoSource][] {
    const batch: [string, PhotoSource][] = [];
    let bytes = 0;
    for (const [photoId, source] of waiting) {
      bytes += source.handle ? 0 : source.file.size;
      if (batch.length > 0 && (bytes > BATCH_BYTES || batch.length >= BATCH_FILES)) break;
      batch.push([photoId, source]);
    }
    return batch;
  }

  async function write(batch: readonly [string, PhotoSource][]): Promise<void> {
    const db = await connection.open();
    const copies = await Promise.all(
      batch.map(([, { file, handle }]) => (handle ? null : copyOf(file))),
    );
    await transact(db, ['files'], (stores) =>
      all(
        batch.map(([photoId, { handle, directory }], i) => () => {
          const copy = copies[i] ?? null;
          return bare(stores, 'files').put({ photoId, copy, handle, folder: directory });
        }),
      ),
    );
    for (const [photoId, source] of batch) {
      if (waiting.get(photoId) === source) waiting.delete(photoId);
      if (!source.handle && chosen.get(photoId) === source) chosen.delete(photoId);
    }
  }

  /** One that can't be read any more holds up no other. */
  async function writeEach(batch: readonly [string, PhotoSource][]): Promise<void> {
    for (const [photoId, source] of batch) {
      try {
        await write([[photoId, source]]);
      } catch (error) {
        if (await isReadable(source.file)) throw error;
        waiting.delete(photoId);
      }
    }
  }

  async function writeBatch(): Promise<void> {
    const batch = nextBatch();
    await write(batch).catch(() => writeEach(batch));
  }

  return {
    status,
    put(photoId, source) {
      chosen.set(photoId, source);
      waiting.set(photoId, source);
      void work();
    },
    async open(photoId) {
      const source = chosen.get(photoId);
      if (source) return source.file;
      const record = await recordOf(photoId);
      if (record?.copy) return record.copy;
      if (!record?.handle) {
        throw new DOMException(t('photos.notAtHand'), 'NotFoundError');
      }
      if (!(await isPermitted(record.handle, 'read'))) {
        throw new DOMException(t('photos.locked'), 'NotAllowedError');
      }
      return record.handle.getFile();
    },
    async lockedName(photoId) {
      if (chosen.has(photoId)) return null;
      const record = await recordOf(photoId);
      if (!record?.handle || (await isPermitted(record.handle, 'read'))) return null;
      return (record.folder ?? record.handle).name;
    },
    async unlock(photoId) {
      const record = await recordOf(photoId);
      const target = record?.folder ?? record?.handle;
      return target ? askPermission(target, 'read') : false;
    },
    settled,
    retry: work,
  };
}

/** Copies the bytes: a file that is stored as it is may stay a reference to where it lies, in private windows. */
async function copyOf(file: Blob): Promise<Blob> {
  return new Blob([await file.arrayBuffer()], { type: file.type });
}

async function isReadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
