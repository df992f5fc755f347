import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { CocoId, DatasetPhoto } from '../../formats/dataset.ts';
import type { ReadClass, ReadObject } from '../../formats/reading/result.ts';
import { importFiles } from '../../formats/worker/import.ts';
import type { Size } from '../../geometry/spaces.ts';
import { decodePicture } from '../../photo/worker/decode.ts';
import { readHeader } from '../../photo/worker/inspect.ts';
import { skippedWords } from '../../ui/transfers/import-words.ts';
import { loadRestOfWords } from '../../words/words.ts';
import { openFile } from '../engine/photo.ts';
import { Failure } from '../failure.ts';

/** What a file of labels says of the photos of a folder. */
export interface FolderLabels {
  readonly photos: readonly LabelledPhoto[];
  readonly classes: readonly Pick<ReadClass, 'name' | 'coco'>[];
  /** Photos that the file names and the folder lacks. */
  readonly unmatched: readonly string[];
  /** What could not be used, in words. */
  readonly skipped: readonly string[];
  /** Changes with the file. */
  readonly sha256: string;
}

export interface LabelledPhoto {
  readonly photo: string;
  readonly size: Size;
  readonly objects: readonly ReadObject[];
  readonly cocoId?: CocoId | undefined;
}

/** Reads it as the page does, in any format that the page reads. Throws a Failure where it says nothing. */
export async function readLabels(
  labels: string,
  folder: string,
  names: readonly string[],
): Promise<FolderLabels> {
  const file = await openFile(labels);
  const { known, refused } = await knownPhotos(folder, names);
  const chosen = [{ path: basename(labels), file }];
  const { result } = await importFiles(chosen, known, () => {});
  await loadRestOfWords();
  const skipped = result.skipped.map(skippedWords);
  const photos = result.photos.flatMap(({ photo, objects, cocoId, madeFor }) => {
    const { name, size } = known[photo] ?? { name: '', size: null };
    if (!size) return [];
    if (madeFor === null) return [{ photo: name, size, objects, cocoId }];
    const made = `${madeFor.width} x ${madeFor.height}`;
    skipped.push(`${name} has ${size.width} x ${size.height} pixels, its labels are for ${made}`);
    return [];
  });
  const { classes } = result;
  for (const name of result.unmatched) if (refused.has(name)) skipped.push(`${name}: not a photo`);
  const unmatched = result.unmatched.filter((name) => !refused.has(name));
  if (photos.length === 0) {
    throw new Failure(
      [`${labels}: says nothing of the photos in ${folder}`, ...skipped].join('\n  '),
    );
  }
  const hash = createHash('sha256');
  for await (const chunk of file.stream()) hash.update(chunk);
  return { photos, classes, unmatched, skipped, sha256: hash.digest('hex') };
}

/** Opened at once: enough for a disk far away, few enough for any limit on open files. */
const AT_ONCE = 32;

/** Those that are photos, and those of which nothing can be asked. */
async function knownPhotos(folder: string, names: readonly string[]) {
  const known: DatasetPhoto[] = [];
  const refused = new Set<string>();
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE);
    const sizes = await Promise.all(some.map((name) => sizeOf(join(folder, name))));
    for (const [i, name] of some.entries()) {
      const size = sizes[i];
      if (size) known.push({ name, size });
      else refused.add(name);
    }
  }
  return { known, refused };
}

/** Upright; null for what is no photo. */
async function sizeOf(path: string): Promise<Size | null> {
  const file = await openFile(path);
  const read = await readHeader(file);
  if (!read.ok) return null;
  if (read.header?.isCertain) return read.header.size;
  const decoded = await decodePicture(file);
  if (!decoded.ok) return null;
  const { width, height } = decoded.picture;
  decoded.picture.close();
  return { width, height };
}
