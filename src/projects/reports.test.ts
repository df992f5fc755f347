import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { type PhotoFigures, REPORT_VERSION } from '../report/report.ts';
import { CLEAR } from '../report/testing/figures.ts';
import { createConnection } from './database.ts';
import { createStoredReports } from './reports.ts';
import { createProjectStore } from './store.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('reports are there on the next visit, as they were', async () => {
  const reports = new Map([
    ['a', CLEAR],
    ['b', { ...CLEAR, noise: 9 }],
  ]);
  await createStoredReports(createConnection()).write(reports);
  expect(await createStoredReports(createConnection()).readAll()).toEqual(reports);
});

test('what is damaged, or measured in another way, is measured again', async () => {
  const connection = createConnection();
  const broken = [
    { ...CLEAR, version: REPORT_VERSION - 1 },
    { ...CLEAR, noise: Number.NaN },
    { ...CLEAR, motion: 3 },
    { ...CLEAR, more: 1 },
    null,
  ];
  const db = await connection.open();
  for (const [i, figures] of broken.entries())
    await db.put('reports', { photoId: `broken-${i}`, figures: figures as PhotoFigures });
  await db.put('reports', { photoId: 'whole', figures: CLEAR });
  expect([...(await createStoredReports(connection).readAll()).keys()]).toEqual(['whole']);
});

test('reports of photos that no project has any more go', async () => {
  const connection = createConnection();
  const reports = createStoredReports(connection);
  await reports.write(new Map([['gone', CLEAR]]));
  await createProjectStore(connection).purge();
  expect((await reports.readAll()).size).toBe(0);
});

test('where nothing can be kept nothing is found, and nothing fails', async () => {
  const reports = createStoredReports({ open: () => Promise.reject(new Error('private')) });
  await reports.write(new Map([['a', CLEAR]]));
  expect((await reports.readAll()).size).toBe(0);
});
