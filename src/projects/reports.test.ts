import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { type PhotoFigures, REPORT_VERSION } from '../report/report.ts';
import { createConnection } from './database.ts';
import { createStoredReports } from './reports.ts';
import { createProjectStore } from './store.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const FIGURES: PhotoFigures = {
  version: REPORT_VERSION,
  noise: 3,
  blur: 0.3,
  motion: { degrees: 12, strength: 0.2 },
  darkness: 0.4,
  haze: 0.1,
  contrast: 0.2,
  blocks: 1.1,
};

test('reports are there on the next visit, as they were', async () => {
  const reports = new Map([
    ['a', FIGURES],
    ['b', { ...FIGURES, noise: 9 }],
  ]);
  await createStoredReports(createConnection()).write(reports);
  expect(await createStoredReports(createConnection()).readAll()).toEqual(reports);
});

test('what is damaged, or measured in another way, is measured again', async () => {
  const connection = createConnection();
  const broken = [
    { ...FIGURES, version: REPORT_VERSION - 1 },
    { ...FIGURES, noise: Number.NaN },
    { ...FIGURES, motion: 3 },
    { ...FIGURES, more: 1 },
    null,
  ];
  const db = await connection.open();
  for (const [i, figures] of broken.entries())
    await db.put('reports', { photoId: `broken-${i}`, figures: figures as PhotoFigures });
  await db.put('reports', { photoId: 'whole', figures: FIGURES });
  expect([...(await createStoredReports(connection).readAll()).keys()]).toEqual(['whole']);
});

test('reports of photos that no project has any more go', async () => {
  const connection = createConnection();
  const reports = createStoredReports(connection);
  await reports.write(new Map([['gone', FIGURES]]));
  await createProjectStore(connection).purge();
  expect((await reports.readAll()).size).toBe(0);
});

test('where nothing can be kept nothing is found, and nothing fails', async () => {
  const reports = createStoredReports({ open: () => Promise.reject(new Error('private')) });
  await reports.write(new Map([['a', FIGURES]]));
  expect((await reports.readAll()).size).toBe(0);
});
