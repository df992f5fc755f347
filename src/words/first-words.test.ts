import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import * as rest from './en/rest.ts';
import type { Texts } from './keys.ts';

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

function keysIn(words: Texts, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysIn(value, `${path}${key}.`),
  );
}

/** Keys in quotes; of one that is put together, how it begins. */
const SAID = /['`]((?:\w+\.)+\w*)(['`]|\$\{)/g;
/** Their titles are put together of the group and the action's name. */
const ACTIONS = /\bactionSet\(\s*'(\w+)'/g;

test('the first screen says nothing whose words come later', () => {
  const later = keysIn(rest).map((key) => key.replace(/_(one|other)$/, ''));
  const files = firstFiles();
  expect(files.length).toBeGreaterThan(50);
  const early = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const said = [...text.matchAll(SAID)].map(([, key = '', end]) => ({
      key,
      isWhole: end !== '${',
    }));
    const groups = [...text.matchAll(ACTIONS)].map(([, group]) => `actions.${group}.`);
    const isSaid = (one: string) =>
      said.some(({ key, isWhole }) =>
        isWhole ? one === key : key !== 'actions.' && one.startsWith(key),
      ) || groups.some((group) => one.startsWith(group));
    return later.filter(isSaid).map((key) => `${relative(SRC, file)}: ${key}`);
  });
  expect(early).toEqual([]);
});

test('it knows what the first screen says', () => {
  const files = firstFiles().map((file) => readFileSync(file, 'utf8'));
  expect(
    files.some((text) => [...text.matchAll(SAID)].some(([, key]) => key === 'welcome.lead')),
  ).toBe(true);
  expect(files.some((text) => ACTIONS.test(text))).toBe(true);
});
