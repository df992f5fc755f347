import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { createConnection } from './database.ts';
import { createStoredFiles } from './files.ts';
import { newHead } from './records.ts';
import { NOTHING_SAVED } from './saver.ts';
import { createProjectStore } from './store.ts';
import { createStoredThumbnails } from './thumbnails.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const picture = (text: string) => new Blob([text], { type: 'image/jpeg' });

test('a thumbnail is there on the next visit', async () => {
  await createStoredThumbnails(createConnection()).write('a', picture('small'));
  const later = createStoredThumbnails(createConnection());
  expect(await (await later.read('a'))?.text()).toBe('small');
  expect(await later.read('b')).toBeNull();
});

test('beyond a number the oldest go', async () => {
  const thumbnails = createStoredThumbnails(createConnection(), 3);
  const now = vi.spyOn(Date, 'now');
  for (const [i, id] of ['d', 'c', 'b', 'a'].entries()) {
    now.mockReturnValue(i);
    await thumbnails.write(id, picture(id));
  }
  now.mockRestore();
  const found = await Promise.all(['a', 'b', 'c', 'd'].map(thumbnails.read));
  expect(found.map((one) => one !== null)).toEqual([true, true, true, false]);
});

test('those of photos that no project has any more go with the photos’ files', async () => {
  const connection = createConnection();
  const store = createProjectStore(connection);
  const thumbnails = createStoredThumbnails(connection);
  const files = createStoredFiles(connection);
  const kept = { photoId: 'kept', entry: null, objectIds: [], prompt: [], refined: null, tags: [] };
  const head = newHead('Meadow');
  await store.write(head, {
    list: null,
    photos: [{ ...kept, projectId: head.id, done: false, review: null, seconds: 0 }],
    objects: [],
    goneObjects: [],
    proposals: [],
    steps: [],
    stepParts: [],
    goneSteps: [],
    cursor: NOTHING_SAVED.firstStep,
  });
  for (const id of ['kept', 'gone']) {
    files.put(id, { file: picture(id), handle: null, directory: null });
    await thumbnails.write(id, picture(id));
  }
  await files.settled();
  await store.purge();
  expect(await thumbnails.read('kept')).not.toBeNull();
  expect(await thumbnails.read('gone')).toBeNull();
});

test('where nothing can be kept nothing is found, and nothing fails', async () => {
  const thumbnails = createStoredThumbnails({ open: () => Promise.reject(new Error('private')) });
  await thumbnails.write('a', picture('small'));
  expect(await thumbnails.read('a')).toBeNull();
});

test('a database from before there were thumbnails keeps what is in it', async () => {
  const before = await openDB('robustsam-annotator', 1, {
    upgrade(db) {
      db.createObjectStore('files', { keyPath: 'photoId' });
    },
  });
  await before.put('files', { photoId: 'a', copy: picture('large'), handle: null, folder: null });
  before.close();
  const connection = createConnection();
  await createStoredThumbnails(connection).write('a', picture('small'));
  expect(await (await createStoredFiles(connection).open('a')).text()).toBe('large');
  expect(await createStoredThumbnails(connection).read('a')).not.toBeNull();
});
