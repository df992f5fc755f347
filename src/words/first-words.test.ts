import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { rest } from './en/rest.ts';

const SRC = join(import.meta.dirname, '..');

/** What a file needs before it runs; what comes later is in `import()`. */
const IMPORT = /^(?:import|export)\s(?!type\b)(?:[^;']*?\sfrom\s)?\s*'(\.[^']+)'/gm;

/** The page's script and all that it imports before it begins. */
function firstFiles(): readonly string[] {
  const files = new Set<string>();
  const open = [join(SRC, 'main.tsx')];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file) || !/\.tsx?$/.test(file)) continue;
    files.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(IMPORT);
    for (const [, path] of imports) open.push(join(dirname(file), path ?? ''));
  }
  return [...files];
}

test('the first screen says nothing whose words come later', () => {
  const files = firstFiles();
  expect(files.length).toBeGreaterThan(50);
  const keys = new RegExp(`['"\`](${Object.keys(rest).join('|')})\\.[\\w.$-]+`, 'g');
  const early = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(keys)].map(([key]) => `${relative(SRC, file)}: ${key}`),
  );
  expect(early).toEqual([]);
});
