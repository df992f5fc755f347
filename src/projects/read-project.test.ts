import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { createDocument } from '../document/document.ts';
import { object, photo } from '../document/testing/arbitrary.ts';
import { createConnection } from './database.ts';
import { newHead } from './records.ts';
import { createSaver, NOTHING_SAVED } from './saver.ts';
import { createProjectStore } from './store.ts';

it('a project of many records is kept and comes back whole, slice by slice, and both say how far they are', async () => {
  const document = createDocument();
  const store = createProjectStore(createConnection());
  let head = newHead('Crowd');
  const saver = createSaver(document, store, (written) => {
    head = written;
  });
  saver.attach(head, NOTHING_SAVED);
  const placed = ['a', 'b'].map((id, index) => ({ photo: photo(id), index }));
  document.applyUnrecorded({ kind: 'add-photos', placed });
  const changes = Array.from({ length: 4001 }, (_, i) => {
    const photoId = i % 3 === 0 ? 'b' : 'a';
    return { kind: 'add-object', photoId, object: object(`${i}`), index: 0 } as const;
  });
  const written: (number | undefined)[] = [];
  saver.status.subscribe((status) => {
    if (status.kind === 'saving') written.push(status.done);
  });
  document.commit({ name: 'import', photoId: null, changes });
  // A millisecond for each look at the clock: how many slices there are is no matter of the machine.
  let clock = 0;
  const now = vi.spyOn(performance, 'now').mockImplementation(() => clock++);
  await saver.settled();
  now.mockRestore();
  const told = written.filter((done) => done !== undefined);
  expect(told.length).toBeGreaterThan(2);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  const shares: number[] = [];
  const found = await store.read(head.id, (share) => shares.push(share));
  expect(found?.snapshot.state).toEqual(document.state.getState());
  expect(found?.snapshot.history).toEqual(document.history.getState());
  expect(shares.length).toBeGreaterThan(4);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBeCloseTo(1);
});
