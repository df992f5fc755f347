import type { Size } from '../../geometry/spaces.ts';
import type { DatasetPhoto } from '../dataset.ts';
import { groupBy } from '../group-by.ts';
import { photoFiles, stemOf } from './file-names.ts';
import {
  bareKey,
  drawnRank,
  fold,
  followFolders,
  isParallelFolder,
  type PhotoPath,
  parsePath,
  partsOfDataset,
  placeWords,
} from './photo-names.ts';

/** A photo as a label file names it. */
export interface PhotoName {
  /** The label file's own path, from which the name leads on. */
  readonly file: string;
  readonly name: string;
  /** Null: the data set doesn't say. */
  readonly size: Size | null;
}

/** How well a name fits a photo: compared from the first figure on, more is better. */
export type Fit = readonly number[];

export type Found =
  | { readonly kind: 'found'; readonly index: number; readonly fit: Fit }
  | { readonly kind: 'other-size'; readonly index: number; readonly fit: Fit }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous' };

export interface PhotoFinder {
  /** The one photo that is meant; ambiguous where two fit equally well. */
  find(name: PhotoName): Found;
}

/**
 * The index runs through both lists. A photo that came with the files is meant before one that is
 * open, unless the open one is plainly the same.
 */
export function createPhotoFinder(
  open: readonly DatasetPhoto[],
  brought: readonly DatasetPhoto[],
): PhotoFinder {
  const [openIndex, broughtIndex] = [createIndex(open), createIndex(brought)];
  const twins = twinsOf(openIndex, brought);
  return {
    find(name) {
      const along = broughtIndex(name);
      if (along.kind === 'found') {
        return { ...along, index: twins.get(along.index) ?? open.length + along.index };
      }
      const there = openIndex(name);
      if (there.kind === 'found' || along.kind === 'unknown') return there;
      if (there.kind === 'other-size' || along.kind === 'ambiguous')
        return there.kind === 'unknown' ? along : there;
      return { ...along, index: open.length + along.index };
    },
  };
}

/** By brought photo: the open one of its path and size, where no other brought one fits it as well. */
function twinsOf(openIndex: Index, brought: readonly DatasetPhoto[]): Map<number, number> {
  const claims = brought.flatMap(({ name, size }, index) => {
    const found = openIndex({ file: '', name, size });
    return found.kind === 'found' ? [{ index, at: found.index, fit: found.fit }] : [];
  });
  const twins = new Map<number, number>();
  for (const [at, all] of groupBy(claims, (claim) => claim.at)) {
    const [best, next] = all.sort((a, b) => compareFits(b.fit, a.fit));
    if (best && (!next || compareFits(best.fit, next.fit) > 0)) twins.set(best.index, at);
  }
  return twins;
}

type Index = (name: PhotoName) => Found;

function createIndex(photos: readonly DatasetPhoto[]): Index {
  const paths = photos.map(({ name }) => parsePath(name));
  const byKey = indexBy(paths);
  const byBareKey = indexBy(paths, bareKey);
  // Also under the names which an export gives them, where photos of one name are numbered.
  const exported = photoFiles(photos, []).map(({ name }) => parsePath(name));
  const byExported = indexBy(exported);
  return (name) => {
    const wanted = wantedFrom(name);
    const { key } = wanted.path;
    const candidates =
      byKey.get(key) ??
      byExported.get(key) ??
      byBareKey.get(bareKey(key)) ??
      // As forms encode a space.
      byKey.get(key.replaceAll('+', ' ')) ??
      [];
    const ranked = candidates
      .filter((index) => mayMean(wanted, paths[index]))
      .map((index) => ({ index, fit: fitOf(wanted, paths[index], photos[index]?.size) }))
      .sort((a, b) => compareFits(b.fit, a.fit));
    const [best, next] = ranked;
    if (!best) return { kind: 'unknown' };
    if (next && compareFits(best.fit, next.fit) === 0) return { kind: 'ambiguous' };
    const fits = isSameSize(wanted.size, photos[best.index]?.size);
    return { kind: fits ? 'found' : 'other-size', ...best };
  };
}

interface Wanted {
  readonly path: PhotoPath;
  readonly size: Size | null;
  readonly namesEnding: boolean;
  /** Folders that the name itself says. */
  readonly named: readonly string[];
  /** Where the name leads to from the label file. */
  readonly resolved: readonly string[];
  readonly words: ReadonlySet<string>;
}

function wantedFrom({ file, name, size }: PhotoName): Wanted {
  const path = parsePath(name);
  const label = parsePath(file);
  const isAbsolute = /^([/\\]|[a-z]:|[a-z]+:\/\/)/i.test(name);
  const resolved = followFolders(isAbsolute ? [] : label.folders, path.folders);
  return {
    path,
    size,
    namesEnding: stemOf(path.base) !== path.base,
    named: path.folders.filter((folder) => folder !== '..'),
    resolved,
    // "instances_train.json" names a part of the data set as a folder does.
    words: placeWords([...resolved, ...label.folders, label.key.replace(/\.\w+$/, '')]),
  };
}

/** Not a photo of one part of a data set for a label of another. */
function mayMean({ words }: Wanted, photo: PhotoPath | undefined): boolean {
  const [wanted, there] = [partsOfDataset(words), partsOfDataset(placeWords(photo?.folders ?? []))];
  return wanted.length === 0 || there.length === 0 || wanted.some((part) => there.includes(part));
}

function fitOf(wanted: Wanted, photo: PhotoPath | undefined, size: Size | undefined): Fit {
  if (!photo) return [];
  const { path, named, resolved, words, namesEnding } = wanted;
  const isSameEnding =
    !namesEnding || stemOf(photo.base) === photo.base || fold(path.base) === fold(photo.base);
  const there = [...placeWords(photo.folders)];
  const known = there.filter((word) => words.has(word));
  const folders = withoutParallel(photo.folders);
  const place = withoutParallel(resolved);
  const isThere = place.join('/') === folders.join('/');
  const shared = sharedEnd(place, folders);
  return [
    sharedEnd(withoutParallel(named), folders),
    isThere && isSameEnding ? 1 : 0,
    isSameSize(wanted.size, size) ? 1 : 0,
    shared,
    // Where a data set lies in a folder of its own, only the end of the place is the photo's.
    shared === folders.length ? 1 : 0,
    sharedEnd(named, photo.folders),
    likeness(path, photo),
    -drawnRank(photo.folders),
    sharedEnd(resolved.map(withoutRole), photo.folders.map(withoutRole)),
    known.length,
    // A name without a folder means the photo that lies in none.
    known.length === there.length ? 1 : 0,
  ];
}

/** Likeness of names: as written, as meant, without regard to case, without the ending. */
function likeness(a: PhotoPath, b: PhotoPath): number {
  if (a.written === b.written) return 3;
  if (a.base === b.base) return 2;
  return fold(a.base) === fold(b.base) ? 1 : 0;
}

/** Folders that are the same from the last one on. */
function sharedEnd(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a.at(-1 - shared) === b.at(-1 - shared)) shared++;
  return shared;
}

/** "train" for "train/images", which lies beside "train/labels". */
function withoutParallel(folders: readonly string[]): string[] {
  return folders.filter((folder) => !isParallelFolder(folder));
}

/** "labels" stands for the "images" beside it. */
function withoutRole(folder: string): string {
  return isParallelFolder(folder) ? 'images' : folder;
}

export function compareFits(a: Fit, b: Fit): number {
  const at = a.findIndex((figure, i) => figure !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function indexBy(paths: readonly PhotoPath[], keyOf: (key: string) => string = (key) => key) {
  return groupBy(paths.keys(), (i) => keyOf(paths[i]?.key ?? ''));
}

function isSameSize(wanted: Size | null, size: Size | undefined): boolean {
  return wanted === null || (wanted.width === size?.width && wanted.height === size?.height);
}
