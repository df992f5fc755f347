import type { DatasetPhoto } from './dataset.ts';
import { baseName, photoFiles, stemOf } from './file-names.ts';

export interface PhotoFinder {
  /**
   * The index of the photo that a data set calls by this name: the whole name, then the file's name
   * without folders, then without regard to case, then without the ending, as some formats leave it
   * out. The first of these that fits anything decides, and must fit one photo alone.
   */
  find(name: string): number | 'unknown' | 'ambiguous';
}

/** Each turns a name into what is compared, from strict to lax. */
const KEYS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => baseName(name),
  (name) => baseName(name).toLowerCase(),
  (name) => stemOf(baseName(name)).toLowerCase(),
];

export function createPhotoFinder(photos: readonly DatasetPhoto[]): PhotoFinder {
  // Also under the names which an export gives them, where photos of one name are numbered.
  const exported = photoFiles(photos, []);
  const indexes = KEYS.map((key) => indexBy(photos, key));
  const exportedIndex = new Map(exported.map(({ stem }, i) => [stem.toLowerCase(), i]));
  return {
    find(name) {
      for (const [i, key] of KEYS.entries()) {
        const found = indexes[i]?.get(key(name).normalize('NFC'));
        if (!found) continue;
        const [first] = found;
        if (found.length === 1 && first !== undefined) return first;
        return exportedIndex.get(stemOf(baseName(name)).toLowerCase()) ?? 'ambiguous';
      }
      return exportedIndex.get(stemOf(baseName(name)).toLowerCase()) ?? 'unknown';
    },
  };
}

function indexBy(
  photos: readonly DatasetPhoto[],
  key: (name: string) => string,
): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [i, { name }] of photos.entries()) {
    const at = key(name).normalize('NFC');
    index.set(at, [...(index.get(at) ?? []), i]);
  }
  return index;
}
