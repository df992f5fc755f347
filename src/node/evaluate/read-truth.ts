import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { listPhotos } from '../batch/list-photos.ts';
import { readLabels } from '../batch/read-labels.ts';
import { Failure, misuse } from '../failure.ts';
import { readFolder } from '../read-folder.ts';
import type { Truth } from './task.ts';

export interface TruePhoto {
  /** Its path below the folder of photos. */
  readonly photo: string;
  readonly path: string;
  readonly truth: Truth;
}

export interface FolderTruth {
  readonly photos: readonly TruePhoto[];
  /** What is left out, in words. */
  readonly skipped: readonly string[];
  /** Changes with a file of labels; with a folder of masks, with their names. */
  readonly sha256: string;
}

/** Photos of a folder and what is true of them. Throws a Failure where there are none of either. */
export async function readTruth(folder: string, given: string | undefined): Promise<FolderTruth> {
  const { photos, truth } =
    given === undefined ? await found(folder) : { photos: folder, truth: given };
  const is = await stat(truth).catch(() => null);
  if (!is) throw new Failure(`${truth}: no such file or folder`);
  return is.isDirectory() ? fromPictures(photos, truth) : fromLabels(photos, truth);
}

/** As data sets lie on disks: photos beside masks, or one file of labels among or beside the photos. */
async function found(folder: string): Promise<{ photos: string; truth: string }> {
  const names = await namesIn(folder);
  const photos = ['images', 'photos'].find((name) => names.includes(name));
  if (photos && names.includes('masks')) {
    return { photos: join(folder, photos), truth: join(folder, 'masks') };
  }
  const below = names.includes('annotations') ? await namesIn(join(folder, 'annotations')) : [];
  const files = [...names, ...below.map((name) => join('annotations', name))];
  const [labels, ...others] = files.filter((name) => name.toLowerCase().endsWith('.json'));
  if (labels === undefined) {
    throw misuse('--truth is missing: a file of labels, or a folder of masks, one PNG a photo.');
  }
  if (others.length > 0) throw misuse(`--truth is missing: ${files.length} files could be it.`);
  return { photos: folder, truth: join(folder, labels) };
}

async function fromLabels(folder: string, file: string): Promise<FolderTruth> {
  const { photos, unmatched, skipped, sha256 } = await readLabels(
    file,
    folder,
    await listPhotos(folder),
  );
  const truePhotos = photos.map(({ photo, objects }) => {
    const truth: Truth = { kind: 'masks', masks: objects.map(({ mask }) => mask) };
    return { photo, path: resolve(join(folder, photo)), truth };
  });
  const missing = unmatched.map((name) => `${name}: not in the folder`);
  return { photos: truePhotos, skipped: [...skipped, ...missing], sha256 };
}

async function fromPictures(folder: string, masks: string): Promise<FolderTruth> {
  const inside = relative(resolve(folder), resolve(masks)).replaceAll('\\', '/');
  const isMask = (photo: string) => !inside.startsWith('..') && photo.startsWith(`${inside}/`);
  const names = (await listPhotos(folder)).filter((photo) => !isMask(photo));
  const byStem = new Map((await listPhotos(masks)).map((mask) => [stemOf(mask), mask]));
  const skipped: string[] = [];
  const photos = names.flatMap((photo): TruePhoto[] => {
    const mask = byStem.get(stemOf(photo));
    if (mask === undefined) {
      skipped.push(`${photo}: no mask of this name`);
      return [];
    }
    const truth: Truth = { kind: 'picture', path: resolve(join(masks, mask)) };
    return [{ photo, path: resolve(join(folder, photo)), truth }];
  });
  if (photos.length === 0) {
    throw new Failure(`${masks}: no mask is called like a photo in ${folder}`);
  }
  const sha256 = createHash('sha256')
    .update([...byStem.values()].join('\n'))
    .digest('hex');
  return { photos, skipped, sha256 };
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readFolder(folder)).map(({ name }) => name);
}

function stemOf(name: string): string {
  return name.replace(/\.[^./]+$/, '');
}
