import type { Size } from '../geometry/spaces.ts';
import type { DatasetPhoto } from './dataset.ts';
import { baseName, photoFiles, stemOf } from './file-names.ts';

export type Found =
  | { readonly kind: 'found'; readonly index: number }
  | { readonly kind: 'other-size'; readonly index: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous' };

export interface PhotoFinder {
  /**
   * The photo that a data set calls by this name: by the whole path, then by the path without its
   * ending (some formats leave it out), the file's name, that without regard to case, and the name
   * without its ending. The first of these that fits anything decides, and must fit one photo alone.
   * `size` null: the data set doesn't say.
   */
  find(name: string, size: Size | null): Found;
}

/** Each turns a name into what is compared, from strict to lax. */
const KEYS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => stemOf(name).toLowerCase(),
  (name) => baseName(name),
  (name) => baseName(name).toLowerCase(),
  (name) => stemOf(baseName(name)).toLowerCase(),
];

/** Photos of the first list go before those of the second; the index runs through both. */
export function createPhotoFinder(
  open: readonly DatasetPhoto[],
  brought: readonly DatasetPhoto[],
): PhotoFinder {
  const lists = [
    { photos: open, indexOf: createIndex(open), before: 0 },
    { photos: brought, indexOf: createIndex(brought), before: open.length },
  ];
  return {
    find(name, size) {
      let answer: Found = { kind: 'unknown' };
      for (const { photos, indexOf, before } of lists) {
        const found = indexOf(name);
        if (found === null) continue;
        if (found === 'ambiguous') {
          if (answer.kind === 'unknown') answer = { kind: 'ambiguous' };
          continue;
        }
        const fits = !size || isSameSize(size, photos[found]?.size);
        if (fits) return { kind: 'found', index: before + found };
        if (answer.kind !== 'other-size') answer = { kind: 'other-size', index: before + found };
      }
      return answer;
    },
  };
}

function createIndex(photos: readonly DatasetPhoto[]) {
  const indexes = KEYS.map((key) => indexBy(photos, key));
  // Also under the names which an export gives them, where photos of one name are numbered.
  const exported = new Map(
    photoFiles(photos, []).map(({ stem }, i) => [stem.normalize('NFC').toLowerCase(), i]),
  );
  return (name: string): number | 'ambiguous' | null => {
    for (const [i, key] of KEYS.entries()) {
      const found = indexes[i]?.get(key(name).normalize('NFC'));
      if (found?.length === 1) return found[0] ?? null;
      if (found) return 'ambiguous';
    }
    return exported.get(stemOf(baseName(name)).normalize('NFC').toLowerCase()) ?? null;
  };
}

function indexBy(
  photos: readonly DatasetPhoto[],
  key: (name: string) => string,
): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [i, { name }] of photos.entries()) {
    const at = key(name).normalize('NFC');
    const there = index.get(at);
    if (there) there.push(i);
    else index.set(at, [i]);
  }
  return index;
}

function isSameSize(a: Size, b: Size | undefined): boolean {
  return a.width === b?.width && a.height === b.height;
}
