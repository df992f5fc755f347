import type { DatasetPhoto } from '../dataset.ts';
import { folderName } from './file-names.ts';
import { fold, isParallelFolder, partsOfDataset, placeWords } from './photo-names.ts';

/**
 * The folders that tell the photos of a data set apart: "val" for "set/images/val/a.jpg", where all
 * files lie in "set", others lie in "train", and "images" says nothing. Where no folder does, the one
 * that the labels name; by photo.
 */
export function photoFolders(
  photos: readonly DatasetPhoto[],
  files: readonly { readonly path: string }[],
  named: ReadonlyMap<number, string>,
): string[] {
  const root = commonFolders(files.map(({ path }) => foldersOf(path)));
  const folders = photos.map(({ name }) => withoutParallel(foldersOf(name).slice(root)));
  const [first] = folders[0] ?? [];
  const isOnePart =
    first !== undefined &&
    partsOfDataset(placeWords([fold(first)])).length > 0 &&
    folders.every((each) => each[0] === first);
  return folders.map((each, i) => {
    const own = each.length > 0 ? each.slice(isOnePart ? 1 : 0) : foldersIn(named.get(i) ?? '');
    return own.join('/');
  });
}

/** None for a path that leads out of the data set. */
function foldersIn(path: string): string[] {
  const folders = path.split(/[\\/]/).filter((folder) => folder !== '' && folder !== '.');
  const leadsOut = /^([\\/]|[a-z][a-z\d+.-]*:)/i.test(path) || folders.includes('..');
  return leadsOut ? [] : withoutParallel(folders);
}

function withoutParallel(folders: readonly string[]): string[] {
  return folders.filter((folder) => !isParallelFolder(fold(folder)));
}

function foldersOf(path: string): string[] {
  return folderName(path).split('/').filter(Boolean);
}

/** How many folders all paths begin with. */
function commonFolders([first = [], ...others]: readonly (readonly string[])[]): number {
  const differs = first.findIndex((folder, i) => others.some((other) => other[i] !== folder));
  return differs < 0 ? first.length : differs;
}
