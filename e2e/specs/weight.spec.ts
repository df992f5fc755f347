import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const DIST = join(import.meta.dirname, '../../dist');
/** Bytes of all scripts that the first screen waits for. */
const MOST = { plain: 520_000, gzipped: 180_000 };

/** The page's script and what it imports before it begins; what comes later is in `import()`. */
function firstScripts(): readonly Buffer[] {
  const entry = /src="\.\/(assets\/[^"]+\.js)"/.exec(
    readFileSync(join(DIST, 'index.html'), 'utf8'),
  );
  const scripts = new Map<string, Buffer>();
  const open = [entry?.[1] ?? ''];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (scripts.has(name)) continue;
    const script = readFileSync(join(DIST, name));
    scripts.set(name, script);
    const imports = script.toString().matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g);
    for (const [, file] of imports) open.push(`assets/${file}`);
  }
  return [...scripts.values()];
}

test('the first screen waits for no more script than it needs', () => {
  const scripts = firstScripts();
  expect(scripts.length).toBeGreaterThan(1);
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  expect(sum(scripts.map(({ length }) => length))).toBeLessThan(MOST.plain);
  expect(sum(scripts.map((script) => gzipSync(script).length))).toBeLessThan(MOST.gzipped);
});
