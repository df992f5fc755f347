import { isParallelFolder, parsePath } from '../photos/photo-names.ts';

/** What a file says to those around it. */
export interface SaidIn<T> {
  /** Path of the file that says it. */
  readonly path: string;
  readonly says: T;
}

/**
 * What is said nearest to a file: in its folder or the next one above; else beside its folders,
 * where all that is said there is the same. "labels" and "images" are one place with the folder
 * around them. At one place the first of the list counts.
 */
export function nearest<T>(all: readonly SaidIn<T>[], path: string): T | undefined {
  const from = placeOf(path);
  const placed = all.map(({ path: at, says }) => {
    const place = placeOf(at);
    const shared = sharedStart(place, from);
    return { says, shared, isAbove: shared === place.length };
  });
  const above = placed.filter(({ isAbove }) => isAbove);
  const among = above.length > 0 ? above : placed;
  const most = Math.max(...among.map(({ shared }) => shared));
  const near = among.filter(({ shared }) => shared === most);
  const isClear =
    above.length > 0 || new Set(near.map(({ says }) => JSON.stringify(says))).size <= 1;
  return isClear ? near[0]?.says : undefined;
}

function placeOf(path: string): string[] {
  return parsePath(path).folders.filter((folder) => !isParallelFolder(folder));
}

function sharedStart(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((folder, i) => folder !== b[i]);
  return differs < 0 ? a.length : differs;
}
