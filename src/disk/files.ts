import { isPermitted } from './permission.ts';
import { DiskError, troubleOf } from './trouble.ts';

/** What tells without reading whether a file was written since. */
export interface Stamp {
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly size: number;
}

export function stampOf({ lastModified, size }: File): Stamp {
  return { modified: lastModified, size };
}

/** Rejects when the folder is gone or locked: its files must not be taken for deleted then. */
export async function checkFolder(root: FileSystemDirectoryHandle): Promise<void> {
  if (!(await isPermitted(root, 'readwrite'))) {
    throw new DiskError('refused', null, 'no permission to write');
  }
  try {
    await root.values().next();
  } catch (error) {
    throw troubleOf(error);
  }
}

/** Null: there is none. */
export async function fileAt(root: FileSystemDirectoryHandle, path: string): Promise<File | null> {
  try {
    const folder = await folderOf(root, path, false);
    return await (await folder.getFileHandle(nameOf(path))).getFile();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw troubleOf(error, path);
  }
}

/** The file is as it was until the last byte is written, and then new as a whole. */
export async function writeFile(
  root: FileSystemDirectoryHandle,
  path: string,
  content: Blob,
): Promise<Stamp> {
  try {
    const folder = await folderOf(root, path, true);
    const handle = await folder.getFileHandle(nameOf(path), { create: true });
    await replaceContent(handle, content);
    return stampOf(await handle.getFile());
  } catch (error) {
    throw await refusedWriting(root, path, error);
  }
}

async function replaceContent(handle: FileSystemFileHandle, content: Blob): Promise<void> {
  const isNew = (await handle.getFile()).size === 0;
  try {
    // Closes the file, and takes back what was written where that fails.
    await content.stream().pipeTo(await handle.createWritable());
  } catch (error) {
    if (isNew && content.size > 0) await removeEmpty(handle);
    throw error;
  }
}

/** An empty file would be taken for labels that were deleted. */
async function removeEmpty(
  handle: FileSystemFileHandle & { remove?(): Promise<void> },
): Promise<void> {
  try {
    if ((await handle.getFile()).size === 0) await handle.remove?.();
  } catch {
    // It stays as an empty file.
  }
}

/** With the permission still there, what refuses is the file or its disk. */
async function refusedWriting(
  root: FileSystemDirectoryHandle,
  path: string,
  error: unknown,
): Promise<DiskError> {
  const trouble = troubleOf(error, path);
  if (trouble.kind !== 'refused' || !(await isPermitted(root, 'readwrite'))) return trouble;
  return new DiskError('read-only', path, trouble.detail);
}

async function folderOf(
  root: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<FileSystemDirectoryHandle> {
  let folder = root;
  for (const name of path.split('/').slice(0, -1)) {
    folder = await folder.getDirectoryHandle(name, { create });
  }
  return folder;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
