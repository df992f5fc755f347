import { openAsBlob, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHeader } from '../../photo/worker/inspect.ts';
import type { DatasetPhoto } from '../dataset.ts';
import { baseName } from '../photos/file-names.ts';
import { createBlobSink } from './blob-sink.ts';
import { importFiles } from './import.ts';
import { createZip } from './zip-write.ts';

const FIXTURES = join(import.meta.dirname, '../../photo/fixtures');
const NAMES = readdirSync(FIXTURES).filter((name) => !name.endsWith('.json'));

/** What decoding would say, which no header does. */
const DECODED = { width: 11, height: 7 };

/** By file of the fixtures: the size with which it is listed once it is opened, as its probe has it. */
async function listedSizes(): Promise<Record<string, unknown>> {
  const sizes: Record<string, unknown> = {};
  for (const name of NAMES) {
    const file = await openAsBlob(join(FIXTURES, name));
    const read = await readHeader(file);
    if (!read.ok) throw new Error(`${name} is no photo`);
    sizes[name] = read.header?.isCertain ? read.header.size : DECODED;
  }
  return sizes;
}

async function zipOf(names: readonly string[]): Promise<Blob> {
  const sink = createBlobSink();
  const zip = createZip(sink.stream);
  for (const name of names) {
    await zip.add({ path: `images/${name}`, content: await openAsBlob(join(FIXTURES, name)) });
  }
  await zip.close();
  return sink.toBlob('application/zip');
}

function sizesOf(known: readonly DatasetPhoto[]) {
  return Object.fromEntries(known.map(({ name, size }) => [baseName(name), size]));
}

test('photos that come with labels have the size with which they are listed', async () => {
  const listed = await listedSizes();
  expect(Object.values(listed)).toContainEqual(DECODED);
  const measure = async () => DECODED;
  const files = await Promise.all(
    NAMES.map(async (name) => ({
      path: `images/${name}`,
      file: await openAsBlob(join(FIXTURES, name)),
    })),
  );
  const zip = { path: 'photos.zip', file: await zipOf(NAMES) };
  for (const chosen of [files, [zip]]) {
    const { result } = await importFiles(chosen, [], () => {}, { measure });
    expect(sizesOf(result.known)).toEqual(listed);
  }
});

test('one that can’t be shown has the size that its header says', async () => {
  const file = await openAsBlob(join(FIXTURES, 'turned.webp'));
  const { result } = await importFiles([{ path: 'a.webp', file }], [], () => {});
  expect(result.known).toMatchObject([{ name: 'a.webp', size: { width: expect.any(Number) } }]);
});
