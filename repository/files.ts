import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the whole project. */
export const ROOT = dirname(import.meta.dirname);

/** What tools make or fetch; nobody reads it as prose. */
const NOT_OURS =
  /^(\.git|\.vite|\.venv|\.pytest_cache|\.ruff_cache|__pycache__|node_modules|dist|dist-lib|dist-lib-docs|coverage|test-results)$|\.tsbuildinfo$/;
const MADE = new Set(['e2e/out', 'e2e/report', 'public', 'release', 'shared']);

/** Paths from the root, with forward slashes, of the files whose name matches. */
export function filesNamed(name: RegExp, folder = ''): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.test(entry.name) || MADE.has(path)) return [];
    if (entry.isDirectory()) return filesNamed(name, path);
    return name.test(entry.name) ? [path] : [];
  });
}
