import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type ListedFile, MANIFEST_NAME } from '../manifest.ts';
import { SetProblemError } from '../problems.ts';
import { setsFolder } from '../store.ts';
import type { Entry } from './entries.ts';

/** No set's id starts with a dot. */
const INCOMING = '.incoming';

/** Name of the error with which the browser refuses more bytes. */
export const QUOTA_EXCEEDED = 'QuotaExceededError';

/** TypeScript's library lacks it; every browser with sync access handles has it. */
interface MovableFile extends FileSystemFileHandle {
  move(folder: FileSystemDirectoryHandle, name: string): Promise<void>;
}

/** A set on its way in, under a temporary name. */
export interface Staging {
  /** Returns the SHA-256 of what came, in hex. */
  write(file: ListedFile, entry: Entry, onBytes: (count: number) => void): Promise<string>;
  writeText(name: string, text: string): Promise<void>;
  /** Makes it the set of this id, in place of an older one; the manifest comes last. */
  finish(id: string, manifest: string): Promise<void>;
  discard(): Promise<void>;
}

export async function createStaging(): Promise<Staging> {
  const sets = await setsFolder().catch(() => {
    throw new SetProblemError({ kind: 'no-storage' });
  });
  // Left there by an import that was stopped.
  await sets.removeEntry(INCOMING, { recursive: true }).catch(() => {});
  const folder = await sets.getDirectoryHandle(INCOMING, { create: true });
  const written: string[] = [];

  async function open(name: string): Promise<FileSystemSyncAccessHandle> {
    written.push(name);
    return (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
  }

  async function writeText(name: string, text: string): Promise<void> {
    const access = await open(name);
    try {
      access.write(new TextEncoder().encode(text));
    } finally {
      access.close();
    }
  }

  return {
    writeText,
    async write(file, entry, onBytes) {
      const access = await open(file.name);
      try {
        return await pourInto(access, file, entry, onBytes);
      } finally {
        access.close();
      }
    },
    async finish(id, manifest) {
      await writeText(MANIFEST_NAME, manifest);
      await sets.removeEntry(id, { recursive: true }).catch(() => {});
      const target = await sets.getDirectoryHandle(id, { create: true });
      for (const name of written) {
        const handle = (await folder.getFileHandle(name)) as MovableFile;
        await handle.move(target, name);
      }
    },
    discard: () => sets.removeEntry(INCOMING, { recursive: true }).catch(() => {}),
  };
}

async function pourInto(
  access: FileSystemSyncAccessHandle,
  { name, bytes: expected }: ListedFile,
  entry: Entry,
  onBytes: (count: number) => void,
): Promise<string> {
  const hash = sha256.create();
  let at = 0;
  const wrongSize = (got: number) => new SetProblemError({ kind: 'size', name, expected, got });
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      if (at + chunk.length > expected) throw wrongSize(at + chunk.length);
      const piece = new Uint8Array(chunk);
      if (access.write(piece, { at }) !== piece.length) throw new DOMException('', QUOTA_EXCEEDED);
      hash.update(piece);
      at += piece.length;
      onBytes(piece.length);
    },
  });
  await entry.pour(sink);
  if (at !== expected) throw wrongSize(at);
  return bytesToHex(hash.digest());
}
