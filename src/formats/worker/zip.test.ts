import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { describe, expect, test } from 'vitest';
import { FormatError, type ReadProblem } from '../problems.ts';
import { readDataset } from '../read-dataset.ts';
import type { OutFile } from '../writing/writer.ts';
import { createBlobSink } from './blob-sink.ts';
import { openZip } from './zip-read.ts';
import { createZip } from './zip-write.ts';

async function zipOf(...files: readonly OutFile[]): Promise<Blob> {
  const sink = createBlobSink();
  const zip = createZip(sink.stream);
  for (const file of files) await zip.add(file);
  await zip.close();
  expect(zip.bytes()).toBe(sink.toBlob('').size);
  return sink.toBlob('application/zip');
}

function open(zip: Blob) {
  const refused: [path: string, problem: ReadProblem][] = [];
  const files = openZip(zip, (path, problem) => refused.push([path, problem]));
  return files.then((all) => ({ files: all, refused }));
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FormatError);
  return error instanceof FormatError ? error.problem.kind : '';
}

test('files come back from a zip as they went in', async () => {
  const large = 'the same again and again, '.repeat(50_000);
  const picture = Uint8Array.from({ length: 70_000 }, (_, i) => (i * i) % 251);
  const zip = await zipOf(
    { path: 'labels/größe.txt', content: large },
    { path: 'a.png', content: picture },
    { path: 'empty.txt', content: '' },
    { path: 'list.json', content: new Blob(['[1]']) },
  );
  expect(zip.size).toBeLessThan(picture.length + 20_000);
  const { files } = await open(zip);
  expect(files.map(({ path }) => path)).toEqual([
    'labels/größe.txt',
    'a.png',
    'empty.txt',
    'list.json',
  ]);
  const [text, bytes, empty, list] = await Promise.all(files.map((file) => file.read()));
  expect(new TextDecoder().decode(text)).toBe(large);
  expect(bytes).toEqual(picture);
  expect(empty).toHaveLength(0);
  expect(new TextDecoder().decode(list)).toBe('[1]');
  // First its size is looked for, later it is opened.
  await files[1]?.read(1);
  expect(await files[1]?.read()).toEqual(picture);
});

test('the start of a file can be read without the rest', async () => {
  const { files } = await open(await zipOf({ path: 'a.txt', content: 'x'.repeat(5_000_000) }));
  const start = await files[0]?.read(1000);
  expect(start?.length).toBeGreaterThanOrEqual(1000);
  expect(start?.length).toBeLessThan(1_000_000);
});

test('what is aborted leaves nothing', async () => {
  let wasAborted = false;
  const zip = createZip(
    new WritableStream({
      abort() {
        wasAborted = true;
      },
    }),
  );
  await zip.add({ path: 'a.txt', content: 'a' });
  await zip.abort();
  expect(wasAborted).toBe(true);
});

test('a full disk is told to whoever adds', async () => {
  const zip = createZip(
    new WritableStream({
      write() {
        throw new DOMException('no room', 'QuotaExceededError');
      },
    }),
  );
  const fill = async () => {
    for (let i = 0; i < 50; i++) await zip.add({ path: `${i}.png`, content: new Uint8Array(9999) });
    await zip.close();
  };
  await expect(fill()).rejects.toThrow();
});

describe('hostile zips', () => {
  async function raw(...paths: string[]): Promise<Blob> {
    const writer = new ZipWriter(new Uint8ArrayWriter());
    for (const path of paths) await writer.add(path, new TextReader('{}'));
    return new Blob([await writer.close()]);
  }

  test('paths that climb out are refused, the others are read', async () => {
    const zip = await raw(
      '../../etc/passwd',
      'a/../../b.json',
      '/root.json',
      'C:\\x.json',
      'good.json',
    );
    const { files, refused } = await open(zip);
    // A slash in front is dropped, as unzip does.
    expect(files.map(({ path }) => path)).toEqual(['root.json', 'good.json']);
    expect(refused.map(([, { kind }]) => kind)).toEqual(Array(3).fill('unsafe-path'));
  });

  test('a file that is no zip, and one that is cut off', async () => {
    expect(await problemOf(open(new Blob(['PK, but no zip'])))).toBe('broken');
    const zip = await raw('a.json');
    expect(await problemOf(open(zip.slice(0, zip.size - 30)))).toBe('broken');
  });

  test('a file that unpacks to more than it claims', async () => {
    const bytes = new Uint8Array(
      await (await zipOf({ path: 'a.txt', content: 'x'.repeat(1_000_000) })).arrayBuffer(),
    );
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < bytes.length - 4; i++) {
      // The sizes in the central directory, which is what readers believe.
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 10, true);
    }
    const { files } = await open(new Blob([bytes]));
    expect(await problemOf(files[0]?.read() ?? Promise.resolve())).toBe('broken');
  });

  test('the same packed bytes under many names are unpacked once at most', async () => {
    const zip = await zipOf({ path: 'a.txt', content: 'x'.repeat(1_000_000) });
    const bytes = new Uint8Array(await zip.arrayBuffer());
    const view = new DataView(bytes.buffer);
    const end = bytes.length - 22;
    const listed = bytes.subarray(view.getUint32(end + 16, true), end);
    const last = bytes.slice(end);
    const lastView = new DataView(last.buffer);
    const copies = 50;
    lastView.setUint16(8, copies, true);
    lastView.setUint16(10, copies, true);
    lastView.setUint32(12, copies * listed.length, true);
    const { files } = await open(
      new Blob([bytes.subarray(0, end - listed.length), ...Array(copies).fill(listed), last]),
    );
    const read = await Promise.allSettled(files.map((file) => file.read()));
    expect(read).toHaveLength(copies);
    const unpacked = read.filter(({ status }) => status === 'fulfilled');
    expect(unpacked.length).toBeLessThanOrEqual(1);
  });

  test('a file that claims gigabytes is refused before it is unpacked', async () => {
    const zip = await zipOf({ path: 'a.json', content: '0'.repeat(1000) });
    const bytes = new Uint8Array(await zip.arrayBuffer());
    const view = new DataView(bytes.buffer);
    const listed = view.getUint32(bytes.length - 22 + 16, true);
    view.setUint32(listed + 24, 2 ** 32 - 2, true);
    const { files } = await open(new Blob([bytes]));
    const { skipped } = await readDataset(files, []);
    expect(skipped).toMatchObject([{ problem: { kind: 'too-large', megabytes: 4096 } }]);
  });
});
