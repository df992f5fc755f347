/** A folder of a disk in memory, with the part of the API that the app uses. `trouble` is thrown where it says. */
export interface MemoryDisk {
  readonly root: FileSystemDirectoryHandle;
  readonly files: Map<string, File>;
  /** What refuses, by the name of the step. */
  readonly trouble: Map<'list' | 'read' | 'open' | 'write', DOMException>;
  permission: PermissionState;
  /** As another program would. */
  put(path: string, content: string): void;
  text(path: string): Promise<string | null>;
}

export function createMemoryDisk(name = 'photos'): MemoryDisk {
  let clock = 1_000;
  const files = new Map<string, File>();
  const trouble: MemoryDisk['trouble'] = new Map();
  const check = (step: 'list' | 'read' | 'open' | 'write') => {
    const error = trouble.get(step);
    if (error) throw error;
  };
  const missing = () => new DOMException('nothing there', 'NotFoundError');

  function save(path: string, content: Blob): void {
    clock += 1;
    const own = path.slice(path.lastIndexOf('/') + 1);
    files.set(path, new File([content], own, { lastModified: clock }));
  }

  function fileHandle(path: string) {
    return {
      kind: 'file',
      name: path.slice(path.lastIndexOf('/') + 1),
      async getFile() {
        check('read');
        const file = files.get(path);
        if (!file) throw missing();
        return file;
      },
      async createWritable() {
        check('open');
        const chunks: Uint8Array<ArrayBuffer>[] = [];
        return new WritableStream<Uint8Array<ArrayBuffer>>({
          write(chunk) {
            check('write');
            chunks.push(chunk);
          },
          close: () => save(path, new Blob(chunks)),
        });
      },
      async remove() {
        files.delete(path);
      },
    };
  }

  function folderHandle(prefix: string, own: string) {
    const isFolder = (path: string) => [...files.keys()].some((one) => one.startsWith(`${path}/`));
    return {
      kind: 'directory',
      name: own,
      queryPermission: async () => disk.permission,
      requestPermission: async () => disk.permission,
      isSameEntry: async (other: unknown) => other === disk.root,
      async getDirectoryHandle(inner: string, { create = false } = {}) {
        const path = prefix + inner;
        if (files.has(path)) throw new DOMException('a file', 'TypeMismatchError');
        if (!create && !isFolder(path)) throw missing();
        return folderHandle(`${path}/`, inner);
      },
      async getFileHandle(inner: string, { create = false } = {}) {
        const path = prefix + inner;
        if (isFolder(path)) throw new DOMException('a folder', 'TypeMismatchError');
        if (!files.has(path)) {
          if (!create) throw missing();
          check('open');
          save(path, new Blob());
        }
        return fileHandle(path);
      },
      async *values() {
        check('list');
        const names = new Set<string>();
        for (const path of files.keys()) {
          if (!path.startsWith(prefix)) continue;
          const [first = '', ...rest] = path.slice(prefix.length).split('/');
          if (names.has(first)) continue;
          names.add(first);
          const at = prefix + first;
          yield rest.length > 0 ? folderHandle(`${at}/`, first) : fileHandle(at);
        }
      },
    };
  }

  const disk: MemoryDisk = {
    root: folderHandle('', name) as unknown as FileSystemDirectoryHandle,
    files,
    trouble,
    permission: 'granted',
    put: (path, content) => save(path, new Blob([content])),
    text: async (path) => (await files.get(path)?.text()) ?? null,
  };
  return disk;
}
