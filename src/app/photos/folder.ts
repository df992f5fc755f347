import { filePickers, unlessCancelled } from '../files/pickers.ts';
import type { PickedFile } from './chosen.ts';

/** All files in a folder that the person chooses; null: they changed their mind. */
export async function pickFolder(): Promise<PickedFile[] | null> {
  const { showDirectoryPicker } = filePickers();
  // The library gives no handle of the opened folder, with which one permission covers all in it.
  if (!showDirectoryPicker) {
    const { directoryOpen } = await import('browser-fs-access');
    // Without the browser's picker the library gives files, never the handles that its type allows for.
    return unlessCancelled(directoryOpen({ recursive: true }) as Promise<PickedFile[]>);
  }
  const opened = await unlessCancelled(showDirectoryPicker({ id: 'photos' }));
  return opened && filesIn(opened, opened, opened.name);
}

/** Files of the folder at `path`, which is or lies in the one that was opened, and of the folders in it. */
export async function filesIn(
  folder: FileSystemDirectoryHandle,
  opened: FileSystemDirectoryHandle,
  path: string,
): Promise<PickedFile[]> {
  const found: Promise<PickedFile[]>[] = [];
  for await (const entry of folder.values()) {
    const relativePath = `${path}/${entry.name}`;
    // TypeScript doesn't tell the two handles apart by their kind.
    found.push(
      entry.kind === 'directory'
        ? filesIn(entry as FileSystemDirectoryHandle, opened, relativePath)
        : fileOf(entry as FileSystemFileHandle, opened, relativePath),
    );
  }
  return (await Promise.all(found)).flat();
}

/** None where it is gone meanwhile, or is a link to nothing. */
async function fileOf(
  handle: FileSystemFileHandle,
  directoryHandle: FileSystemDirectoryHandle,
  relativePath: string,
): Promise<PickedFile[]> {
  const file = await handle.getFile().catch(() => null);
  return file ? [Object.assign(file, { handle, directoryHandle, relativePath })] : [];
}
