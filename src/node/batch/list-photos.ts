import { join } from 'node:path';
import { isPictureName } from '../../formats/photos/file-names.ts';
import { Failure } from '../failure.ts';
import { readFolder } from '../read-folder.ts';

/** The files of a folder that are called like photos: paths below it, with forward slashes, ordered. */
export async function listPhotos(folder: string): Promise<string[]> {
  const photos: string[] = [];
  await walk(folder, '', photos);
  if (photos.length === 0) throw new Failure(`${folder}: no photos in it`);
  return photos.sort();
}

async function walk(root: string, folder: string, photos: string[]): Promise<void> {
  for (const entry of await readFolder(folder ? join(root, folder) : root)) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    // As a file manager has it: what begins with a dot is not for people.
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) await walk(root, path, photos);
    else if (isPictureName(entry.name)) photos.push(path);
  }
}
