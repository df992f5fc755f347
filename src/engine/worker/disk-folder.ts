import { newId } from '../../browser/new-id.ts';
import { TOUCHED_BYTES } from './embedding-file.ts';

export interface DiskFile {
  readonly bytes: number;
  /** When it was written or read last, in milliseconds since 1970. */
  readonly usedAt: number;
}

/** Whole files in one folder of the browser's private file system, which other tabs and workers use too. */
export interface DiskFolder {
  names(): Promise<readonly string[]>;
  /** Null when it is not there. */
  stat(name: string): Promise<DiskFile | null>;
  /** Also marks it as used now. Null when it is not there, or another tab keeps it for itself. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The whole file or none of it; throws what the browser throws when there is no room. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Does nothing where it is not there or in use. */
  remove(name: string): Promise<void>;
}

/** TypeScript's library lacks it; every browser with sync access handles has it. */
interface MovableFile extends FileSystemFileHandle {
  move(folder: FileSystemDirectoryHandle, name: string): Promise<void>;
}

/** Files under way; no key starts with a dot. */
const INCOMING = '.incoming ';
/** Older than this, nobody is writing it any more. */
const STALE_MILLISECONDS = 60_000;
/** Another tab holds a file for a few milliseconds, to read or to write it. */
const LOCK_TRIES = 5;
const LOCK_MILLISECONDS = 20;

export function createDiskFolder(folder: FileSystemDirectoryHandle): DiskFolder {
  async function stat(name: string): Promise<DiskFile | null> {
    try {
      const { size, lastModified } = await (await folder.getFileHandle(name)).getFile();
      return { bytes: size, usedAt: lastModified };
    } catch (error) {
      return absent(error);
    }
  }

  async function remove(name: string): Promise<void> {
    await folder.removeEntry(name).catch(absent);
  }

  async function removeStale(name: string): Promise<void> {
    const file = await stat(name);
    if (file && Date.now() - file.usedAt > STALE_MILLISECONDS) await remove(name);
  }

  return {
    stat,
    remove,
    async names() {
      const names: string[] = [];
      for await (const name of folder.keys()) {
        if (name.startsWith(INCOMING)) await removeStale(name);
        else names.push(name);
      }
      return names;
    },
    async read(name) {
      try {
        const access = await lock(await folder.getFileHandle(name));
        try {
          const bytes = new Uint8Array(access.getSize());
          const count = access.read(bytes, { at: 0 });
          access.write(bytes.subarray(0, TOUCHED_BYTES), { at: 0 });
          return bytes.subarray(0, count);
        } finally {
          access.close();
        }
      } catch (error) {
        return absent(error);
      }
    },
    async write(name, bytes) {
      const incoming = `${INCOMING}${newId()}`;
      const handle = (await folder.getFileHandle(incoming, { create: true })) as MovableFile;
      try {
        fill(await handle.createSyncAccessHandle(), bytes);
        // Not every browser moves onto a file that is there.
        await remove(name);
        await handle.move(folder, name);
      } catch (error) {
        await folder.removeEntry(incoming).catch(() => {});
        // Another tab has the same file open: then it is there already.
        if (!isNamed(error, 'NoModificationAllowedError')) throw error;
      }
    },
  };
}

/** No flush: it would cost every encode a wait for the disk, and the checksum finds what a power cut leaves. */
function fill(access: FileSystemSyncAccessHandle, bytes: Uint8Array<ArrayBuffer>): void {
  try {
    if (access.write(bytes, { at: 0 }) !== bytes.length) {
      throw new DOMException('the disk took only a part', 'QuotaExceededError');
    }
  } finally {
    access.close();
  }
}

async function lock(handle: FileSystemFileHandle): Promise<FileSystemSyncAccessHandle> {
  for (let tries = 1; ; tries++) {
    try {
      return await handle.createSyncAccessHandle();
    } catch (error) {
      if (!isNamed(error, 'NoModificationAllowedError') || tries === LOCK_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, LOCK_MILLISECONDS));
    }
  }
}

/** Null where a file is gone or in use elsewhere, which happens when tabs share a folder; throws the rest. */
function absent(error: unknown): null {
  if (isNamed(error, 'NotFoundError') || isNamed(error, 'NoModificationAllowedError')) return null;
  throw error;
}

export function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}
