import type { DatasetPhoto } from '../dataset.ts';
import { baseName } from '../file-names.ts';
import { photoFolders } from '../photo-folders.ts';
import { pictureSize } from '../picture-size.ts';
import { FormatError, problemOf, type ReadProblem } from '../problems.ts';
import type { ChosenFile, ImportResult } from '../protocol.ts';
import { readDataset } from '../read-dataset.ts';
import type { Skipped } from '../reading.ts';
import { sortFiles } from '../sort-files.ts';
import { type SourceFile, safePath } from '../sources.ts';
import { openZip } from './zip-read.ts';

/** A picture's size stands in it, behind the camera's own preview at worst. */
const START_BYTES = 2 ** 20;

/** Files that were read, and the photos among them. */
export interface Import {
  readonly result: ImportResult;
  /** By path. */
  readonly photos: ReadonlyMap<string, SourceFile>;
}

export async function importFiles(
  chosen: readonly ChosenFile[],
  open: readonly DatasetPhoto[],
  onProgress: (done: number, of: number) => void,
): Promise<Import> {
  const skipped: Skipped[] = [];
  const refuse = (file: string, problem: ReadProblem) => skipped.push({ file, problem, count: 1 });
  const files = await unpackAll(chosen, refuse);
  const photos = new Map<string, SourceFile>();
  const brought: DatasetPhoto[] = [];
  for (const file of sortFiles(files).photos) {
    const size = await file.read(START_BYTES).then(pictureSize, () => null);
    if (!size) continue;
    photos.set(file.path, file);
    brought.push({ name: file.path, size });
  }
  const read = await readDataset(files, open, brought, onProgress);
  const { embedded, ...labels } = read;
  for (const [i, { photo, content }] of embedded.entries()) {
    const path = `embedded-${i}/${baseName(photo.name)}`;
    photos.set(path, sourceOf(path, content));
    brought.push(photo);
  }
  const result = {
    ...labels,
    skipped: [...skipped, ...read.skipped],
    known: [...open, ...brought],
    paths: [...photos.keys()],
    folders: photoFolders(brought, files),
  };
  return { result, photos };
}

/** Zips are replaced by what is in them. */
async function unpackAll(
  chosen: readonly ChosenFile[],
  refuse: (file: string, problem: ReadProblem) => void,
): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const { path, file } of chosen) {
    try {
      if (/\.zip$/i.test(path)) files.push(...(await openZip(file, refuse)));
      else files.push(sourceOf(safePath(path), file));
    } catch (error) {
      refuse(path, problemOf(error));
    }
  }
  return files;
}

function sourceOf(path: string, file: Blob): SourceFile {
  return {
    path,
    size: file.size,
    async read(most = file.size) {
      try {
        return new Uint8Array(await file.slice(0, most).arrayBuffer());
      } catch {
        // Moved or deleted since it was chosen.
        throw new FormatError({ kind: 'unreadable' });
      }
    },
  };
}
