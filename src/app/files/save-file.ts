import { filePickers, unlessCancelled } from './pickers.ts';

export function canPickFolders(): boolean {
  return 'showDirectoryPicker' in globalThis;
}

/**
 * A new folder in one that the person chooses, called by the name or, where there is one already, by
 * the name and a number: nothing is written over.
 */
export async function pickNewFolder(
  name: string,
): Promise<FileSystemDirectoryHandle | 'cancelled'> {
  const options = { id: 'export', mode: 'readwrite' } as const;
  const parent = await unlessCancelled(filePickers().showDirectoryPicker?.(options));
  return parent ? newFolder(parent, name) : 'cancelled';
}

async function newFolder(
  parent: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemDirectoryHandle> {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name} ${number}`;
    const isThere = await parent.getDirectoryHandle(tried).then(
      () => true,
      (error: DOMException) => error.name !== 'NotFoundError',
    );
    if (!isThere) return parent.getDirectoryHandle(tried, { create: true });
  }
}

interface Removable extends FileSystemFileHandle {
  remove?(): Promise<void>;
}

/** A file to write a zip into, as it grows; null: this browser only knows downloads. */
export async function pickZip(
  suggestedName: string,
): Promise<FileSystemFileHandle | 'cancelled' | null> {
  const { showSaveFilePicker } = filePickers();
  if (!showSaveFilePicker) return null;
  try {
    const types = [{ accept: { 'application/zip': ['.zip'] } }];
    return await showSaveFilePicker({ suggestedName, types });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    // Refused in a frame, or by the system: a download still works.
    return null;
  }
}

/** Takes the file away again that the picker made for a zip which was not finished. */
export async function removeEmpty(handle: FileSystemFileHandle): Promise<void> {
  try {
    const removable: Removable = handle;
    if ((await handle.getFile()).size === 0) await removable.remove?.();
  } catch {
    // It stays as an empty file.
  }
}

export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has opened the blob by the time the address goes.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
