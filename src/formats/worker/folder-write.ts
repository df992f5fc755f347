import type { Out } from './out.ts';

/**
 * Writes a data set as files below a folder of the disk, which must be its own: files of the same name
 * are replaced. Aborting leaves the files that were done.
 */
export function createFolderOut(root: FileSystemDirectoryHandle): Out {
  let written = 0;
  return {
    async add({ path, content }) {
      const names = path.split('/');
      const name = names.pop() ?? '';
      let folder = root;
      for (const each of names) folder = await folder.getDirectoryHandle(each, { create: true });
      const handle = await folder.getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      // Closes the file, and takes it back where writing fails.
      await new Blob([content]).stream().pipeTo(writable);
      written += (await handle.getFile()).size;
    },
    bytes: () => written,
    close: async () => {},
    abort: async () => {},
  };
}
