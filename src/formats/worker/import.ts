import type { Size } from '../../geometry/spaces.ts';
import { readHeaderOf } from '../../photo/worker/inspect.ts';
import type { DatasetPhoto } from '../dataset.ts';
import { baseName } from '../photos/file-names.ts';
import { photoFolders } from '../photos/photo-folders.ts';
import { pictureSize } from '../photos/picture-size.ts';
import { FormatError, problemOf, type ReadProblem } from '../problems.ts';
import type { ChosenFile, ImportResult, MeasurePhoto } from '../protocol.ts';
import { type DecodePicture, readDataset } from '../read-dataset.ts';
import { LIMITS } from '../reading/limits.ts';
import type { ReadPhoto, Skipped } from '../reading/result.ts';
import { readBytes, type SourceFile, safePath } from '../reading/sources.ts';
import { sortFiles } from '../sort-files.ts';
import { decodePicture } from './decode-picture.ts';
import { openZip } from './zip-read.ts';

/** A picture's size stands in it, behind the camera's own preview at worst. */
export const START_BYTES = 2 ** 20;

/** Files that were read, and the photos among them. */
export interface Import {
  readonly result: ImportResult;
  /** By path. */
  readonly photos: ReadonlyMap<string, SourceFile>;
}

/** What importing needs of others. */
interface Helpers {
  readonly decode?: DecodePicture;
  /** The size of a photo whose header can't be trusted; null: it can't be shown. */
  readonly measure?: MeasurePhoto;
}

export async function importFiles(
  chosen: readonly ChosenFile[],
  open: readonly DatasetPhoto[],
  onProgress: (done: number, of: number) => void,
  { decode = decodePicture, measure = async () => null }: Helpers = {},
): Promise<Import> {
  const skipped: Skipped[] = [];
  const refuse = (file: string, problem: ReadProblem) => skipped.push({ file, problem, count: 1 });
  const files = await unpackAll(chosen, refuse);
  const photos = new Map<string, SourceFile>();
  const brought: DatasetPhoto[] = [];
  for (const file of sortFiles(files, open).photos) {
    const size = await sizeOf(file, refuse, measure);
    if (!size) continue;
    photos.set(file.path, file);
    brought.push({ name: file.path, size });
  }
  const read = await readDataset(files, open, brought, onProgress, decode);
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
    folders: photoFolders(brought, files, namedFolders(read.photos, open.length)),
  };
  return { result, photos };
}

type Refuse = (file: string, problem: ReadProblem) => void;

/** A zip in a zip in a zip; deeper ones are a bomb. */
const MOST_NESTED = 3;

/** By index among the photos that came along. */
function namedFolders(photos: readonly ReadPhoto[], before: number): Map<number, string> {
  return new Map(photos.map(({ photo, folder }) => [photo - before, folder]));
}

/** Zips are replaced by what is in them, also those that lie in zips. */
async function unpackAll(chosen: readonly ChosenFile[], refuse: Refuse): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  const budget = { bytes: LIMITS.totalBytes };
  for (const { path, file } of chosen) {
    try {
      if (isZip(path)) files.push(...(await unpackZip(file, '', refuse, budget, 1)));
      else files.push(sourceOf(safePath(path), file));
    } catch (error) {
      refuse(path, problemOf(error));
    }
  }
  return files;
}

function isZip(path: string): boolean {
  return /\.zip$/i.test(path) && !path.startsWith('__MACOSX/');
}

async function unpackZip(
  zip: Blob,
  folder: string,
  refuse: Refuse,
  budget: { bytes: number },
  depth: number,
): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const entry of await openZip(zip, refuse)) {
    const path = folder + entry.path;
    if (!isZip(entry.path)) {
      files.push({ ...entry, path });
      continue;
    }
    try {
      budget.bytes -= entry.size;
      if (depth >= MOST_NESTED || budget.bytes < 0) throw new FormatError({ kind: 'too-many' });
      const inner = new Blob([await readBytes(entry)]);
      const within = `${path.replace(/\.zip$/i, '')}/`;
      files.push(...(await unpackZip(inner, within, refuse, budget, depth + 1)));
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

/** As the photo will be listed once it is opened; null for what is no picture. */
async function sizeOf(
  file: SourceFile,
  refuse: Refuse,
  measure: MeasurePhoto,
): Promise<Size | null> {
  try {
    const read = await readHeaderOf(file.size, (most) => file.read(most));
    if (read.ok && read.header?.isCertain) return read.header.size;
    const measured = read.ok ? await measure(new Blob([await readBytes(file)])) : null;
    // One that can't be shown says so when it is opened.
    return measured ?? pictureSize(await file.read(START_BYTES));
  } catch (error) {
    refuse(file.path, problemOf(error));
    return null;
  }
}
