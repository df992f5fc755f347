import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createConnection } from './database.ts';
import { createStoredFiles } from './files.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const copyOf = (text: string) => ({ file: new Blob([text]), handle: null, directory: null });

describe('the photos’ files', () => {
  it('without a place on the disk are kept as copies', async () => {
    const files = createStoredFiles(createConnection());
    const ids = Array.from({ length: 150 }, (_, i) => `photo${i}`);
    for (const id of ids) files.put(id, copyOf(id));
    expect(files.status.getState()).toEqual({ kind: 'saving' });
    await files.settled();
    expect(files.status.getState()).toEqual({ kind: 'kept' });
    const later = createStoredFiles(createConnection());
    for (const id of ids) expect(await (await later.open(id)).text()).toBe(id);
    await expect(later.open('other')).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('that are put again take the place of the old ones', async () => {
    const files = createStoredFiles(createConnection());
    files.put('a', copyOf('old'));
    files.put('a', copyOf('new'));
    await files.settled();
    expect(await (await createStoredFiles(createConnection()).open('a')).text()).toBe('new');
  });

  it('that can’t be read any more hold up no others', async () => {
    const files = createStoredFiles(createConnection());
    // No database can keep a function, and nobody can read it as a file.
    const gone = { slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) };
    files.put('gone', { file: gone as unknown as Blob, handle: null, directory: null });
    files.put('a', copyOf('a'));
    await files.settled();
    expect(files.status.getState()).toEqual({ kind: 'kept' });
    expect(await (await createStoredFiles(createConnection()).open('a')).text()).toBe('a');
  });

  it('stay at hand, and are said not to be saved, where nothing can be kept', async () => {
    const files = createStoredFiles({
      open: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
    });
    files.put('a', copyOf('a'));
    await files.settled();
    expect(files.status.getState()).toMatchObject({ kind: 'failed', reason: 'full' });
    expect(await (await files.open('a')).text()).toBe('a');
  });
});

describe('a file that is known by its place', () => {
  /** What a browser gives after a restart; the person's answer comes once they are asked. */
  function locked(answer: PermissionState) {
    let state: PermissionState = 'prompt';
    const folder = {
      name: 'holiday',
      async requestPermission() {
        state = answer;
        return state;
      },
    };
    const handle = {
      name: 'a.jpg',
      queryPermission: async () => state,
      getFile: async () => new Blob(['pixels']),
    };
    const record = { photoId: 'a', copy: null, handle, folder };
    // A database would make copies, without what they can do.
    const db = { get: async (_: string, id: string) => (id === 'a' ? record : undefined) };
    return createStoredFiles({ open: async () => db as never });
  }

  it('is locked after a restart until the person gives leave for its folder', async () => {
    const files = locked('granted');
    await expect(files.open('a')).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(await files.lockedName('a')).toBe('holiday');
    expect(await files.unlock('a')).toBe(true);
    expect(await files.lockedName('a')).toBeNull();
    expect(await (await files.open('a')).text()).toBe('pixels');
  });

  it('stays locked when they don’t', async () => {
    const files = locked('prompt');
    expect(await files.unlock('a')).toBe(false);
    await expect(files.open('a')).rejects.toMatchObject({ name: 'NotAllowedError' });
  });
});
