import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type Line, wholeLines } from './lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'lines-'));
const path = join(folder, 'lines');
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string) {
  writeFileSync(path, content);
  const lines: Line[] = [];
  for await (const line of wholeLines(path)) lines.push(line);
  return lines;
}

test('every line that ends, and where it is', { timeout: 30_000 }, async () => {
  const line = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n'));
  await fc.assert(
    fc.asyncProperty(fc.array(line), line, async (lines, rest) => {
      const found = await read(lines.map((text) => `${text}\n`).join('') + rest);
      expect(found.map(({ text }) => text)).toEqual(lines);
      const ends = found.map(({ end }) => end);
      expect(found.map(({ start }) => start)).toEqual([0, ...ends].slice(0, found.length));
    }),
    { numRuns: 30 },
  );
});

test('a line longer than what is read at a time', async () => {
  const long = 'ä'.repeat(100_000);
  const found = await read(`a\n${long}\nb\n`);
  expect(found.map(({ text }) => text)).toEqual(['a', long, 'b']);
  expect(found.at(-1)?.end).toBe(2 + 200_001 + 2);
});
