import { MANIFEST_NAME } from './manifest.ts';
import { SetProblemError } from './problems.ts';

/**
 * Throws when a path in an archive climbs out of its folder, starts at a root, or comes twice: none
 * of that happens by accident. Pure.
 */
export function checkPaths(paths: readonly string[]): void {
  const known = new Set<string>();
  for (const path of paths) {
    if (!isSafe(path)) throw new SetProblemError({ kind: 'unsafe-name', name: path });
    const key = path.toLowerCase();
    if (known.has(key)) throw new SetProblemError({ kind: 'double-name', name: path });
    known.add(key);
  }
}

function isSafe(path: string): boolean {
  const hasControl = [...path].some((letter) => letter < ' ');
  const isRooted = path.startsWith('/') || /^[A-Za-z]:/.test(path);
  return !hasControl && !isRooted && !path.includes('\\') && !path.split('/').includes('..');
}

/** "" or "name/": where the manifest is, in the archive itself or in its only folder deep. Pure. */
export function rootOf(paths: readonly string[]): string | null {
  if (paths.includes(MANIFEST_NAME)) return '';
  const nested = paths.filter((path) => /^[^/]+\/manifest\.json$/.test(path));
  // macOS puts notes of its own into an archive.
  const root = nested.find((path) => !path.startsWith('__MACOSX/'));
  return root ? root.slice(0, -MANIFEST_NAME.length) : null;
}
