import { groupBy } from '../group-by.ts';
import { fold, partsOfDataset, placeWords } from '../photos/photo-names.ts';
import { createMixUpCheck } from '../writing/places.ts';
import type { PhotoPlace } from '../writing/writer.ts';

export type YoloPart = 'train' | 'val' | 'test';

export interface YoloPath {
  readonly part: YoloPart;
  /** Below the part's folders for photos and labels. */
  readonly stem: string;
}

/** By photo. Without a split, photos that lie in a folder of a part stay in that part. */
export function yoloPaths(places: readonly PhotoPlace[]): YoloPath[] {
  const kept = places.map(({ subset, file }): YoloPath => {
    const folder = firstFolder(file.stem);
    const part = subset === 'default' ? partOf(folder) : subset;
    const isFolderOfPart = subset === 'default' && part !== undefined;
    const stem = isFolderOfPart ? file.stem.slice(folder.length + 1) : file.stem;
    return { part: part ?? 'train', stem };
  });
  // "val/a" and "valid/a" can't both become "val/a".
  const uses = new Set(kept.map(({ part, stem }) => fold(`${part}/${stem}`)));
  if (uses.size === kept.length) return withoutImages(apart(kept, places));
  const whole = places.map(
    ({ subset, file }): YoloPath => ({
      part: subset === 'default' ? 'train' : subset,
      stem: file.stem,
    }),
  );
  return withoutImages(apart(whole, places));
}

/** Below a folder of its own where a photo's place reads as that of another one. */
function apart(paths: readonly YoloPath[], places: readonly PhotoPlace[]): YoloPath[] {
  const isMixedUp = createMixUpCheck(places);
  const taken = new Set(places.flatMap(({ file }) => fold(file.stem).split('/')));
  let folder = '_';
  while (taken.has(folder)) folder += '_';
  return paths.map(({ part, stem }, i) => ({
    part,
    stem: isMixedUp(`${part}/${stem}`, i) ? `${folder}/${stem}` : stem,
  }));
}

function firstFolder(stem: string): string {
  return stem.includes('/') ? stem.slice(0, stem.indexOf('/')) : '';
}

function partOf(folder: string): YoloPart | undefined {
  const parts: readonly YoloPart[] = ['train', 'val', 'test'];
  const words = placeWords([fold(folder)]);
  return words.size === 1 ? parts.find((part) => partsOfDataset(words).includes(part)) : undefined;
}

/** A trainer exchanges the last "images" of a path for "labels", so no folder of ours may be called so. */
function withoutImages(paths: readonly YoloPath[]): YoloPath[] {
  const isImages = (folder: string) => folder === 'images';
  const dropped = paths.map(({ part, stem }) => {
    const folders = stem.split('/');
    return [part, ...folders.slice(0, -1).filter((each) => !isImages(each)), folders.at(-1)].join(
      '/',
    );
  });
  const uses = groupBy(dropped, fold);
  return paths.map(({ part, stem }, i) => {
    const short = dropped[i] ?? '';
    if (uses.get(fold(short))?.length === 1) return { part, stem: short.slice(part.length + 1) };
    const folders = stem.split('/');
    const renamed = folders.slice(0, -1).map((each) => (isImages(each) ? 'images_' : each));
    return { part, stem: [...renamed, folders.at(-1)].join('/') };
  });
}
