import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDocument } from '../document/document.ts';
import { object, photo } from '../document/testing/arbitrary.ts';
import type { DocumentState, Proposal } from '../document/types.ts';
import { createConnection, type Database } from './database.ts';
import { newHead, type ProjectHead } from './records.ts';
import { createSaver, NOTHING_SAVED } from './saver.ts';
import { createProjectStore } from './store.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A saved project with two photos, of which "a" has two objects and a step that can be undone. */
async function saved(): Promise<ProjectHead> {
  const document = createDocument();
  const store = createProjectStore(createConnection());
  let head = newHead('Meadow');
  const saver = createSaver(document, store, (written) => {
    head = written;
  });
  saver.attach(head, NOTHING_SAVED);
  const placed = ['a', 'b'].map((id, index) => ({ photo: photo(id), index }));
  document.applyUnrecorded({ kind: 'add-photos', placed });
  for (const [index, id] of ['one', 'two'].entries()) {
    document.commit({
      name: id,
      photoId: 'a',
      changes: [{ kind: 'add-object', photoId: 'a', object: object(id), index }],
    });
  }
  const change = { kind: 'set-proposals', photoId: 'a', before: [], after: [PROPOSAL] } as const;
  document.applyUnrecorded(change);
  await saver.settled();
  return head;
}

const PROPOSAL: Proposal = {
  id: 'p',
  mask: object('p').mask,
  predictedIou: 0.8,
  stability: 0.9,
  model: 'robust',
  prompt: [],
};

async function damage(
  name: 'projects' | 'lists' | 'photos' | 'objects' | 'proposals' | 'history' | 'stepParts',
  how: (record: Record<string, unknown>) => object,
): Promise<void> {
  const db = await createConnection().open();
  const [first] = await db.getAll(name);
  await db.put(name, how({ ...first }) as never);
}

function names({ objects }: DocumentState): string[] {
  return (objects.a ?? []).map(({ id }) => id);
}

const photoIds = ({ photos }: DocumentState) => photos.map(({ id }) => id);

describe('a project with a damaged record opens without it, and is whole from then on', () => {
  const cases = [
    ['an object', 'objects', (r: object) => ({ ...r, extra: 1 }), ['a', 'b'], ['two']],
    ['a photo', 'photos', (r: object) => ({ ...r, tags: 5 }), ['b'], ['one', 'two']],
    ['the list', 'lists', (r: object) => ({ ...r, photoIds: null }), ['a', 'b'], ['one', 'two']],
    ['proposals', 'proposals', (r: object) => ({ ...r, proposals: 1 }), ['a', 'b'], ['one', 'two']],
    ['a step', 'history', (r: object) => ({ ...r, step: {} }), ['a', 'b'], ['one', 'two']],
    ['its head', 'projects', (r: object) => ({ ...r, classes: 1 }), ['a', 'b'], ['one', 'two']],
  ] as const;
  for (const [what, name, how, photos, objects] of cases) {
    it(what, async () => {
      const { id } = await saved();
      await damage(name, how);
      const store = createProjectStore(createConnection());
      const found = await store.read(id);
      if (!found) throw new Error('the project is gone');
      expect(found.broken.map((record) => record.store)).toEqual([name]);
      expect(photoIds(found.snapshot.state)).toEqual(photos);
      expect(names(found.snapshot.state)).toEqual(objects);
      // Steps fit nothing but the document that they were made in.
      expect(found.snapshot.history).toEqual({ done: [], undone: [] });

      await store.quarantine(found);
      const again = await store.read(id);
      expect(again?.broken).toEqual([]);
      expect(again?.snapshot.state).toEqual(found.snapshot.state);
      expect(again?.head.name).toBe('Meadow');
      const db = await createConnection().open();
      const [aside] = await db.getAll('quarantine');
      expect(aside).toMatchObject({ projectId: id, store: name });
    });
  }
});

it('a mask whose runs do not fill the photo is damaged', async () => {
  const { id } = await saved();
  const mask = { size: { width: 3, height: 2 }, runs: Uint32Array.of(7) };
  await damage('objects', (record) => ({ ...record, object: { ...object('one'), mask } }));
  const found = await createProjectStore(createConnection()).read(id);
  expect(found?.broken).toHaveLength(1);
  expect(found && names(found.snapshot.state)).toEqual(['two']);
});

it('masks are kept packed, and those that were not are read all the same', async () => {
  const { id } = await saved();
  const db = await createConnection().open();
  const [kept] = await db.getAll('objects');
  expect(kept?.object.mask).toEqual({ size: object('one').mask.size, packed: Uint8Array.of(12) });
  const before = await createProjectStore(createConnection()).read(id);
  const { mask } = object('one');
  await damage('objects', (record) => ({ ...record, object: { ...object('one'), mask } }));
  const adding = { kind: 'add-object', photoId: 'a', object: object('one'), index: 0 } as const;
  const step = { name: 'one', photoId: 'a', changes: [adding] };
  await damage('history', (record) => ({ ...record, step: { ...Object(record.step), ...step } }));
  const found = await createProjectStore(createConnection()).read(id);
  expect(found?.broken).toEqual([]);
  expect(found?.snapshot).toEqual(before?.snapshot);
});

describe('all projects', () => {
  it('are listed by the order in which they were opened, whatever the clock says', async () => {
    const store = createProjectStore(createConnection());
    const [first, second] = [await saved(), await saved()];
    await store.amend(first.id, { turn: 2 });
    await store.amend(second.id, { turn: 1 });
    expect((await store.list()).map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('are duplicated with everything, and apart from then on', async () => {
    const store = createProjectStore(createConnection());
    const original = await saved();
    const copy = newHead('Meadow copy');
    await store.duplicate(original.id, copy);
    const [a, b] = [await store.read(original.id), await store.read(copy.id)];
    expect(b?.snapshot).toEqual(a?.snapshot);
    expect(b?.head).toMatchObject({ id: copy.id, name: 'Meadow copy' });
  });

  it('are gone with their files once they are purged, and others keep theirs', async () => {
    const store = createProjectStore(createConnection());
    const [kept, deleted] = [await saved(), await saved()];
    const db = await createConnection().open();
    for (const photoId of ['a', 'orphan']) {
      await db.put('files', { photoId, copy: new Blob(['x']), handle: null, folder: null });
    }
    await store.amend(deleted.id, { isDeleted: true });
    await store.purge();
    expect(await store.read(deleted.id)).toBeNull();
    expect((await store.read(kept.id))?.snapshot.state.photos).toHaveLength(2);
    expect(await db.getAllKeys('files')).toEqual(['a']);
    expect(await recordsOf(db, deleted.id)).toBe(0);
  });
});

describe('a step of more changes than one record holds', { timeout: 30_000 }, () => {
  const many = Array.from({ length: 603 }, (_, i) => `${i}`.padStart(4, '0'));

  async function savedWithLongStep() {
    const document = createDocument();
    const store = createProjectStore(createConnection());
    const head = newHead('Meadow');
    const saver = createSaver(document, store, () => {});
    saver.attach(head, NOTHING_SAVED);
    document.applyUnrecorded({ kind: 'add-photos', placed: [{ photo: photo('a'), index: 0 }] });
    const added = many.map((id, index) => {
      return { kind: 'add-object', photoId: 'a', object: object(id), index } as const;
    });
    document.commit({ name: 'import', photoId: 'a', changes: added });
    await saver.settled();
    return { document, store, saver, id: head.id };
  }

  it('comes back whole, undone and redone', async () => {
    const { document, store, saver, id } = await savedWithLongStep();
    const found = await store.read(id);
    expect(found?.broken).toEqual([]);
    expect(found?.snapshot.state).toEqual(document.state.getState());
    expect(found?.snapshot.history).toEqual(document.history.getState());
    document.undo();
    await saver.settled();
    const undone = await store.read(id);
    expect(undone?.snapshot.history).toEqual(document.history.getState());
    expect(undone && names(undone.snapshot.state)).toEqual([]);
  });

  it('goes with all its parts when something else is done instead', async () => {
    const { document, store, saver, id } = await savedWithLongStep();
    document.undo();
    document.commit({ name: 'act', photoId: 'a', changes: [] });
    await saver.settled();
    const db = await createConnection().open();
    expect(await db.count('stepParts')).toBe(0);
    expect((await store.read(id))?.snapshot.history).toEqual(document.history.getState());
  });

  it('is left out with the history when one of its parts is damaged', async () => {
    const { store, id } = await savedWithLongStep();
    await damage('stepParts', (record) => ({ ...record, changes: [{ kind: 'nothing' }] }));
    const found = await store.read(id);
    if (!found) throw new Error('the project is gone');
    expect(names(found.snapshot.state)).toEqual(many);
    expect(found.snapshot.history).toEqual({ done: [], undone: [] });
    await store.quarantine(found);
    expect((await store.read(id))?.broken).toEqual([]);
  });
});

async function recordsOf(db: Database, projectId: string): Promise<number> {
  const stores = ['objects', 'history', 'stepParts'] as const;
  const all = (await Promise.all(stores.map((store) => db.getAllKeys(store)))).flat();
  return all.filter(([id]) => id === projectId).length;
}

it('a newer version of the app gets the database, and this one says that it can’t write', async () => {
  const document = createDocument();
  const store = createProjectStore(createConnection());
  const saver = createSaver(document, store, () => {});
  saver.attach(newHead('Meadow'), NOTHING_SAVED);
  document.commit({ name: 'act', photoId: 'a', changes: [] });
  await saver.settled();
  const newer = await openDB('robustsam-annotator', 7);
  document.commit({ name: 'act', photoId: 'a', changes: [] });
  await saver.settled();
  expect(saver.status.getState()).toMatchObject({ kind: 'failed', reason: 'newer' });
  newer.close();
});

it('a write that the disk has no room for is tried again with all that came since', async () => {
  const document = createDocument();
  const store = createProjectStore(createConnection());
  let isFull = true;
  const saver = createSaver(
    document,
    {
      write(...args) {
        if (isFull) return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
        return store.write(...args);
      },
    },
    () => {},
  );
  const head = newHead('Meadow');
  saver.attach(head, NOTHING_SAVED);
  for (const id of ['one', 'two']) {
    document.commit({
      name: id,
      photoId: 'a',
      changes: [{ kind: 'add-object', photoId: 'a', object: object(id), index: 0 }],
    });
    await saver.settled();
    expect(saver.status.getState()).toMatchObject({ kind: 'failed', reason: 'full' });
  }
  expect(await saver.detach()).toBe(false);
  isFull = false;
  await saver.retry();
  expect(saver.status.getState()).toEqual({ kind: 'kept' });
  const found = await store.read(head.id);
  expect(found && names(found.snapshot.state)).toEqual(['two', 'one']);
});
