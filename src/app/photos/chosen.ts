import type { FileWithHandle } from 'browser-fs-access';
import { isPictureName } from '../../formats/photos/file-names.ts';
import type { PhotoSource } from '../../photo/files.ts';
import { byName } from '../state/listing.ts';

/** A file that a person chose to be a photo of the project. */
export interface ChosenPhoto extends PhotoSource {
  readonly name: string;
  /** Path inside the folder that was opened, without the name; empty for single files. */
  readonly folder: string;
}

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
  // A folder holds other things too, which nobody means to open.
  const isPhoto = ({ name }: PickedFile) => isPictureName(name) && !name.startsWith('.');
  const inFolder = files.filter((file) => !isAlone(file) && isPhoto(file));
  return [...files.filter(isAlone).map(chosenFile), ...inFolder.map(chosenFile).sort(byName)];
}

/** "photos/day 1/a.jpg" to ["photos", "day 1"]; the first is the folder that was opened. */
function pathOf({ webkitRelativePath, relativePath }: PickedFile): string[] {
  const path = webkitRelativePath || (relativePath ?? '');
  return path
    .split('/')
    .slice(0, -1)
    .filter((part) => part !== '' && part !== '.');
}
