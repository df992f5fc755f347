import { compareFits, type Fit } from './photo-finder.ts';
import { parsePath, partsOfDataset, placeWords } from './photo-names.ts';

/** A name in a label file that was taken for a photo. */
export interface Claim {
  readonly file: string;
  readonly name: string;
  readonly fit: Fit;
}

interface Verdicts<T> {
  readonly kept: T[];
  /** Another one fits better. */
  readonly lost: T[];
  /** Another one fits as well. */
  readonly unclear: T[];
}

/**
 * Which claims on one photo stand: two different photos of a data set may both fit the only one
 * that is open.
 */
export function judgeClaims<T extends Claim>(claims: readonly T[]): Verdicts<T> {
  const verdicts: Verdicts<T> = { kept: [], lost: [], unclear: [] };
  const placed = claims.map((claim) => ({ claim, ...placeOf(claim) }));
  const haveRivals =
    new Set(placed.map(({ parts }) => parts)).size > 1 ||
    new Set(placed.map(({ claim, path }) => `${claim.file}\n${path}`)).size >
      new Set(claims.map(({ file }) => file)).size;
  if (!haveRivals) return { ...verdicts, kept: [...claims] };
  for (const one of placed) {
    const rivals = placed.filter((other) => areRivals(one, other));
    const best = Math.max(-1, ...rivals.map(({ claim }) => compareFits(claim.fit, one.claim.fit)));
    verdicts[best < 0 ? 'kept' : best > 0 ? 'lost' : 'unclear'].push(one.claim);
  }
  return verdicts;
}

interface Placed {
  readonly claim: Claim;
  readonly path: string;
  /** The part of the data set, "train"; empty when no path tells. */
  readonly parts: string;
}

function placeOf({ file, name }: Claim): Omit<Placed, 'claim'> {
  const [label, photo] = [parsePath(file), parsePath(name)];
  const words = placeWords([...label.folders, label.key, ...photo.folders]);
  return {
    path: [...photo.folders, photo.key].join('/'),
    parts: partsOfDataset(words).join(),
  };
}

/** Whether the two can't mean the same photo. */
function areRivals(a: Placed, b: Placed): boolean {
  if (a.claim.file === b.claim.file) return a.path !== b.path;
  return a.parts !== '' && b.parts !== '' && a.parts !== b.parts;
}
