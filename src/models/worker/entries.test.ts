import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, test } from 'vitest';
import { openEntries } from './entries.ts';

describe('a zip', () => {
  test('gives its files piece by piece, and no folders', async () => {
    const entries = await openEntries({
      kind: 'zip',
      file: await zip({ 'set/': '', 'set/a': 'abc' }),
    });
    expect(entries.map(({ path, bytes }) => [path, bytes])).toEqual([['set/a', 3]]);
    expect(await textOf(entries[0])).toBe('abc');
  });

  test('with a path that climbs is refused by that name', async () => {
    const file = await zip({ 'a.bin': 'abc', '../outside.bin': 'x' });
    expect(await problemOf(file)).toEqual({ kind: 'unsafe-name', name: '../outside.bin' });
  });

  test.each(['', 'These are only notes.', 'PK'])('that is really %j is none', async (text) => {
    expect(await problemOf(new File([text], 'a.zip'))).toEqual({ kind: 'not-a-zip' });
  });

  test('cut anywhere is none, and never throws anything else', async () => {
    const whole = await zip({ 'manifest.json': '{}', 'a.bin': 'abcdef' });
    for (let bytes = 0; bytes < whole.size; bytes += 7) {
      const cut = new File([whole.slice(0, bytes)], 'a.zip');
      expect(await problemOf(cut), `${bytes} bytes`).toEqual({ kind: 'not-a-zip' });
    }
  });

  test('whose packed bytes are broken says which file', async () => {
    const packed = await zip({ 'a.bin': 'abcdef'.repeat(500) }, 6);
    const bytes = new Uint8Array(await packed.arrayBuffer());
    // Past the local header: a block type that deflate has not.
    bytes.fill(0xff, 40, 50);
    const entries = await openEntries({ kind: 'zip', file: new File([bytes], 'a.zip') });
    await expect(textOf(entries[0])).rejects.toMatchObject({
      problem: { kind: 'damaged', name: 'a.bin' },
    });
  });

  test('with more files than a set has is refused before they are listed', async () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`f${i}`, '']));
    expect(await problemOf(await zip(many))).toEqual({ kind: 'too-many-files', limit: 1000 });
  });
});

async function zip(files: Readonly<Record<string, string>>, level = 0): Promise<File> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level, useWebWorkers: false });
  for (const [path, text] of Object.entries(files)) {
    const content = new Uint8ArrayReader(new TextEncoder().encode(text));
    await writer.add(path, content, { directory: path.endsWith('/') });
  }
  return new File([await writer.close()], 'a.zip');
}

async function problemOf(file: File) {
  const failure = await openEntries({ kind: 'zip', file }).then(
    () => null,
    (error: unknown) => error,
  );
  return failure && typeof failure === 'object' && 'problem' in failure ? failure.problem : failure;
}

async function textOf(entry: Awaited<ReturnType<typeof openEntries>>[number] | undefined) {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  await entry?.pour(
    new WritableStream({ write: (chunk) => void chunks.push(new Uint8Array(chunk)) }),
  );
  return new Blob(chunks).text();
}
