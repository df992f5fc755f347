import { describe, expect, test } from 'vitest';
import { discMask } from '../../mask/testing/shapes.ts';
import type { DatasetHead, PhotoLabels } from '../dataset.ts';
import { greyPng } from '../png/encode.ts';
import type { ExportRequest } from '../protocol.ts';
import { EXACT } from '../testing/round-trip.ts';
import { planExport, startExport } from './export.ts';
import { importFiles } from './import.ts';
import { openZip } from './zip-read.ts';

const size = { width: 40, height: 30 };
const mask = discMask(size, { x: 20, y: 14 }, 9, 4);
const head: DatasetHead = {
  name: 'two photos',
  classes: [{ name: 'ring', color: [9, 8, 7] }],
  photos: [
    { name: 'Coffee', size },
    { name: 'sub/Coffee.png', size },
  ],
};
const labels: PhotoLabels = {
  objects: [{ classIndex: 0, mask, score: null, note: '', attributes: [] }],
  tags: [],
};
const file = new Blob([greyPng(new Uint8Array(1200), size)]);
const photo = { labels, file, picture: null };

function request(parts: Partial<ExportRequest> = {}): ExportRequest {
  return { format: 'coco', head, options: EXACT, endings: ['png', 'png'], valShare: 0, ...parts };
}

async function exported(parts: Partial<ExportRequest> = {}): Promise<Blob> {
  const running = await startExport(request(parts), null);
  let bytes = 0;
  for (const _ of head.photos) {
    const now = await running.addPhoto(photo);
    expect(now).toBeGreaterThanOrEqual(bytes);
    bytes = now;
  }
  const blob = await running.finish();
  if (!blob) throw new Error('no zip');
  return blob;
}

/** As much of a folder as is asked of it; a real one needs a browser, and is in the end-to-end tests. */
function folderInMemory(files: Map<string, Uint8Array>, path = ''): FileSystemDirectoryHandle {
  const folder: Partial<FileSystemDirectoryHandle> = {
    kind: 'directory',
    getDirectoryHandle: async (name) => folderInMemory(files, `${path}${name}/`),
    async getFileHandle(name) {
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      const getFile = async () => new File(chunks, name);
      const stream = new WritableStream<Uint8Array<ArrayBuffer>>({
        write: (chunk) => void chunks.push(chunk),
        async close() {
          files.set(path + name, new Uint8Array(await new Blob(chunks).arrayBuffer()));
        },
      });
      const handle = { createWritable: async () => stream, getFile };
      return handle as unknown as FileSystemFileHandle;
    },
  };
  return folder as FileSystemDirectoryHandle;
}

test('a folder gets the files that a zip would hold', async () => {
  const files = new Map<string, Uint8Array>();
  const running = await startExport(request(), folderInMemory(files));
  for (const _ of head.photos) await running.addPhoto(photo);
  expect(await running.finish()).toBeNull();
  const zipped = await openZip(await exported(), () => {});
  const contents = zipped.map(async ({ path, read }) => [path, await read()] as const);
  expect(files).toEqual(new Map(await Promise.all(contents)));
});

describe('a zip that was exported', () => {
  test.each(['coco', 'yolo-segment', 'voc', 'labelme', 'cvat', 'png-instances'] as const)(
    '%s: comes in on an empty page, photos and all',
    async (format) => {
      const zip = await exported({ format });
      const { result, photos } = await importFiles([{ path: 'set.zip', file: zip }], [], () => {});
      expect(result.skipped).toEqual([]);
      expect(result.unmatched).toEqual([]);
      expect(result.photos.map(({ objects }) => objects.map((object) => object.mask))).toEqual([
        [mask],
        [mask],
      ]);
      expect(result.known.map((known) => known.size)).toEqual([size, size]);
      expect(result.folders).toEqual(['', 'sub']);
      const [path = ''] = result.paths;
      expect(await photos.get(path)?.read()).toEqual(new Uint8Array(await file.arrayBuffer()));
    },
  );

  test('comes back onto the photos that are open, also when two of one name lie in two folders', async () => {
    const zip = await exported();
    const { result } = await importFiles([{ path: 'set.zip', file: zip }], head.photos, () => {});
    expect(result.photos.map((read) => read.photo)).toEqual([0, 1]);
  });

  test('without photos it is as small as its labels', async () => {
    const bare = await exported({ options: { ...EXACT, includesPhotos: false } });
    const { result } = await importFiles([{ path: 'set.zip', file: bare }], [], () => {});
    expect(result.paths).toEqual([]);
    expect(result.unmatched).toEqual(['Coffee.png', 'sub/Coffee.png']);
  });
});

test('the plan names what the zip will hold, with sizes', async () => {
  const plan = await planExport(request(), photo);
  expect(plan.map(({ path }) => path)).toEqual([
    'images/Coffee.png',
    'annotations/instances_default.json',
  ]);
  expect(plan[0]?.bytes).toBe(file.size);
  expect(plan.map(({ isShared }) => isShared)).toEqual([false, true]);
});

describe('a format of one file', () => {
  test.each(['coco', 'cvat', 'datumaro', 'csv'] as const)(
    '%s: shows one file in the plan when no photos go with it, as the zip holds it',
    async (format) => {
      const bare = { format, options: { ...EXACT, includesPhotos: false } };
      const plan = await planExport(request(bare), photo);
      expect(plan.map(({ isShared }) => isShared)).toEqual([true]);
      const zipped = await openZip(await exported(bare), () => {});
      expect(plan.map(({ path }) => path)).toEqual(zipped.map(({ path }) => path));
    },
  );
});

test('a folder that is chosen is read like a zip', async () => {
  const json = JSON.stringify({
    imagePath: 'Coffee',
    shapes: [
      {
        label: 'x',
        points: [
          [1, 1],
          [9, 1],
          [9, 9],
        ],
        shape_type: 'polygon',
      },
    ],
  });
  const chosen = [
    { path: 'folder/Coffee.json', file: new Blob([json]) },
    { path: '../folder/other.json', file: new Blob([json]) },
  ];
  const { result } = await importFiles(chosen, head.photos.slice(0, 1), () => {});
  expect(result.photos[0]?.objects).toHaveLength(1);
  expect(result.skipped.map(({ problem }) => problem.kind)).toEqual(['unsafe-path']);
});
