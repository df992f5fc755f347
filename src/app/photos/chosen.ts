import { directoryOpen, type FileWithHandle } from 'browser-fs-access';
import type { PhotoSource } from '../../photo/files.ts';
import { byName } from './listing.ts';

/** A file that a person chose to be a photo of the project. */
export interface ChosenPhoto extends PhotoSource {
  readonly name: string;
  /** Path inside the folder that was opened, without the name; empty for single files. */
  readonly folder: string;
}

/** By their endings: a folder holds other things too, which nobody means to open. */
const PHOTO = /\.(jpe?g|png|webp|avif|gif|bmp|tiff?)$/i;

/** A file as pickers and drops give it: where the browser tells, it knows its place on the disk. */
export interface PickedFile extends FileWithHandle {
  /** The folder that the person opened, however deep in it the file lies. */
  readonly directoryHandle?: FileSystemDirectoryHandle;
  /** Where the folder's handle is at hand, "photos/a.jpg"; of a dropped one "./a.jpg" alone, "./photos/a.jpg" in a folder. */
  readonly relativePath?: string;
}

export function chosenFile(file: PickedFile): ChosenPhoto {
  const { handle = null, directoryHandle: directory = null, name } = file;
  return { file, name, folder: pathOf(file).slice(1).join('/'), handle, directory };
}

/** Name of the folder that was opened; empty for single files. */
export function folderAmong(files: readonly PickedFile[]): string {
  return files.flatMap((file) => pathOf(file)[0] ?? [])[0] ?? '';
}

/** Single files as they come, whatever they are; those of a folder if they are photos, by name. */
export function photosAmong(files: readonly PickedFile[]): ChosenPhoto[] {
  const isAlone = (file: PickedFile) => pathOf(file).length === 0;
  const isPhoto = ({ name }: PickedFile) => PHOTO.test(name) && !name.startsWith('.');
  const inFolder = files.filter((file) => !isAlone(file) && isPhoto(file));
  return [...files.filter(isAlone).map(chosenFile), ...inFolder.map(chosenFile).sort(byName)];
}

/** TypeScript doesn't know it yet. */
interface FolderPicker {
  showDirectoryPicker?(options: { readonly id: string }): Promise<FileSystemDirectoryHandle>;
}

/** The person chooses; null: they changed their mind. */
export async function pickFolder(): Promise<PickedFile[] | null> {
  const { showDirectoryPicker } = globalThis as FolderPicker;
  try {
    // The library gives no handle of the opened folder, with which one leave is leave for all in it.
    if (!showDirectoryPicker) return (await directoryOpen({ recursive: true })) as PickedFile[];
    const root = await showDirectoryPicker({ id: 'photos' });
    return await filesIn(root, root, root.name);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Of the folder at `path` and the folders in it, which is or lies in the one that was opened. */
async function filesIn(
  folder: FileSystemDirectoryHandle,
  opened: FileSystemDirectoryHandle,
  path: string,
): Promise<PickedFile[]> {
  const found: Promise<PickedFile[]>[] = [];
  for await (const entry of folder.values()) {
    const relativePath = `${path}/${entry.name}`;
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

/** "photos/day 1/a.jpg" to ["photos", "day 1"]; the first is the folder that was opened. */
function pathOf({ webkitRelativePath, relativePath }: PickedFile): string[] {
  const path = webkitRelativePath || (relativePath ?? '');
  return path
    .split('/')
    .slice(0, -1)
    .filter((part) => part !== '' && part !== '.');
}
