/**
 * What the store uses of the browser's private file system, which Node hasn't: errors by the same names,
 * one handle to a file at a time, a move that replaces nothing, a quota.
 */
export interface MemoryFolder {
  readonly handle: FileSystemDirectoryHandle;
  readonly files: Map<string, MemoryFile>;
  /** Bytes that all files may take. */
  quota: number;
  /** Every file's time from now on; null: the clock's. */
  now: number | null;
}

interface MemoryFile {
  bytes: Uint8Array<ArrayBuffer>;
  time: number;
  isOpen: boolean;
}

export function createMemoryFolder(): MemoryFolder {
  const files = new Map<string, MemoryFile>();

  function find(name: string): MemoryFile {
    const file = files.get(name);
    if (!file) throw new DOMException(name, 'NotFoundError');
    return file;
  }

  function closed(name: string): MemoryFile {
    const file = find(name);
    if (file.isOpen) throw new DOMException(name, 'NoModificationAllowedError');
    return file;
  }

  function open(name: string) {
    const file = closed(name);
    file.isOpen = true;
    return {
      getSize: () => file.bytes.length,
      read: (into: Uint8Array) => into.set(file.bytes) ?? file.bytes.length,
      write(from: Uint8Array, { at }: { at: number }) {
        const length = Math.max(file.bytes.length, at + from.length);
        const others = [...files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
        if (others - file.bytes.length + length > folder.quota) {
          throw new DOMException('full', 'QuotaExceededError');
        }
        const bytes = new Uint8Array(length);
        bytes.set(file.bytes);
        bytes.set(from, at);
        file.bytes = bytes;
        file.time = folder.now ?? Date.now();
        return from.length;
      },
      close() {
        file.isOpen = false;
      },
    };
  }

  function fileHandle(name: string) {
    return {
      getFile: async () => ({ size: find(name).bytes.length, lastModified: find(name).time }),
      createSyncAccessHandle: async () => open(name),
      async move(_folder: unknown, to: string) {
        if (files.has(to)) throw new DOMException(to, 'InvalidModificationError');
        files.set(to, closed(name));
        files.delete(name);
      },
    };
  }

  const handle = {
    async *keys() {
      yield* [...files.keys()];
    },
    async getFileHandle(name: string, options?: { create?: boolean }) {
      if (name.includes('/') || name === '') throw new TypeError('not a name');
      if (options?.create && !files.has(name)) {
        files.set(name, { bytes: new Uint8Array(), time: Date.now(), isOpen: false });
      }
      find(name);
      return fileHandle(name);
    },
    async removeEntry(name: string) {
      closed(name);
      files.delete(name);
    },
  };

  const folder: MemoryFolder = {
    handle: handle as unknown as FileSystemDirectoryHandle,
    files,
    quota: Number.POSITIVE_INFINITY,
    now: null,
  };
  return folder;
}
