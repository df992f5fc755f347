import type { DatasetHead, DatasetPhoto } from '../dataset.ts';
import { groupBy } from '../group-by.ts';
import { type PhotoFile, photoFiles, stemOf } from '../photos/file-names.ts';
import { fold, isParallelFolder } from '../photos/photo-names.ts';
import { subsetsOf } from './subsets.ts';
import type { PhotoPlace } from './writer.ts';

interface Placed {
  readonly options?: { readonly isInPlace?: true };
  readonly head: DatasetHead;
  /** "jpg", by photo, for those whose name has no ending. */
  readonly endings: readonly string[];
  /** Share of the photos, 0 to 1; 0: no split. */
  readonly valShare: number;
}

/** Where each photo of a data set goes. */
export function placesOf({ head, endings, valShare, options }: Placed): PhotoPlace[] {
  const files = options?.isInPlace ? filesInPlace(head.photos) : photoFiles(head.photos, endings);
  const subsets = subsetsOf(
    files.map(({ name }) => name),
    valShare,
  );
  return head.photos.map(({ size }, index) => ({
    index,
    size,
    file: files[index] ?? { name: '', stem: '' },
    subset: subsets[index] ?? 'default',
  }));
}

/** Photos that lie in a folder keep their names; of two that differ in the ending alone, it is part of what is theirs. */
function filesInPlace(photos: readonly Pick<DatasetPhoto, 'name'>[]): PhotoFile[] {
  const stems = photos.map(({ name }) => stemOf(name));
  const uses = groupBy(stems, fold);
  return photos.map(({ name }, i) => {
    const stem = stems[i] ?? name;
    return { name, stem: uses.get(fold(stem))?.length === 1 ? stem : name };
  });
}

/**
 * Whether a photo's place, "val/a" for "a", reads as that of another one: of "val/a" or "x/val/a". Its
 * labels would be taken for that one's.
 */
export function createMixUpCheck(
  places: readonly PhotoPlace[],
): (stem: string, index: number) => boolean {
  const ends = places.flatMap(({ index, file }) => {
    const parts = partsOf(file.stem);
    return parts.map((_, i) => ({ index, end: parts.slice(i).join('/') }));
  });
  const byEnd = groupBy(ends, ({ end }) => end);
  return (stem, index) => {
    const place = partsOf(stem).join('/');
    const own = places[index]?.file.stem ?? '';
    if (place === partsOf(own).join('/')) return false;
    return byEnd.get(place)?.some((each) => each.index !== index) ?? false;
  };
}

/** Without folders that tell photos only from what belongs to them. */
function partsOf(stem: string): string[] {
  const parts = fold(stem).split('/');
  return parts.filter((part, i) => i === parts.length - 1 || !isParallelFolder(part));
}
