import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEGEND_COLOURS } from './colors.ts';

const FOLDER = join(import.meta.dirname, '..', 'styles');
// The page's own accent may be the same as one that is painted.
const sheets = readdirSync(FOLDER)
  .filter((name) => name !== 'tokens.css')
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'));

test('legends take their colours from what is painted', () => {
  const used = sheets.flatMap((sheet) => sheet.match(/--painted-[\w-]+/g) ?? []);
  expect(new Set(used)).toEqual(new Set(Object.keys(LEGEND_COLOURS)));
});

test('no style sheet states a painted colour again', () => {
  for (const color of Object.values(LEGEND_COLOURS)) {
    expect(sheets.filter((sheet) => sheet.toLowerCase().includes(color))).toEqual([]);
  }
});
