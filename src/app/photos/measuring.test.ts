import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createDocument } from '../../document/document.ts';
import { EMPTY_HISTORY } from '../../document/history-state.ts';
import { EMPTY_DOCUMENT } from '../../document/types.ts';
import { createConnection } from '../../projects/database.ts';
import { createStoredReports } from '../../projects/reports.ts';
import { nothingAhead } from '../model/ahead-state.ts';
import { createView } from '../state/context.ts';
import { WHOLE_LIST } from '../state/listing.ts';
import type { Thumbnail } from '../state/thumbnails.ts';
import { plainReport } from '../testing/plain-photos.ts';
import { measurePhotos } from './measuring.ts';
import { createReports } from './reports.ts';

/** Photos `a` to `c`; the engine is quiet when the test says so, and so is the photo worker. */
function setUp() {
  const view = createView();
  const document = createDocument(
    createStore(() => EMPTY_DOCUMENT),
    createStore(() => EMPTY_HISTORY),
  );
  const ahead = createStore(() => nothingAhead(false));
  const connection = createConnection();
  const reports = createReports(view, createStoredReports(connection));
  const prepared: string[] = [];
  const pictures = createStore<ReadonlyMap<string, Thumbnail>>(() => new Map());
  let letThrough: (() => void)[] = [];
  const thumbnails = {
    store: pictures,
    async prepare(id: string) {
      prepared.push(id);
      if (id === 'broken') {
        pictures.setState(new Map([[id, 'broken']]), true);
        return false;
      }
      reports.take(id, plainReport);
      return true;
    },
  };
  const engine = {
    ahead: { untilQuiet: () => new Promise<void>((resolve) => letThrough.push(resolve)) },
  };
  measurePhotos({ document, view, reports, thumbnails, engine } as never, ahead);
  const open = (...ids: readonly string[]) =>
    document.replace(
      {
        ...EMPTY_DOCUMENT,
        photos: ids.map((id) => ({
          ...{ id, name: id, folder: '', format: 'png' as const, bytes: 1 },
          size: { width: 1, height: 1 },
        })),
      },
      EMPTY_HISTORY,
    );
  /** As long as there is something to let through. */
  const quiet = async (times = 20) => {
    for (let i = 0; i < times; i++) {
      await vi.advanceTimersByTimeAsync(50);
      const waiting = letThrough;
      letThrough = [];
      for (const go of waiting) go();
    }
    await vi.advanceTimersByTimeAsync(600);
  };
  return { view, ahead, pictures, prepared, open, quiet, connection };
}

describe('photos that nobody has opened', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    globalThis.indexedDB = new IDBFactory();
    return () => vi.useRealTimers();
  });

  it('are measured one after the other, only while nobody waits for the engine', async () => {
    const { view, prepared, open, quiet } = setUp();
    open('a', 'b');
    await vi.advanceTimersByTimeAsync(5000);
    expect(prepared).toEqual([]);
    await quiet();
    expect(prepared).toEqual(['a', 'b']);
    expect([...view.getState().reports.keys()].toSorted()).toEqual(['a', 'b']);
    expect(view.getState().reports.get('a')).not.toHaveProperty('histogram');
  });

  it('are not measured again on the next visit, only those that are new', async () => {
    const first = setUp();
    first.open('a', 'b');
    await first.quiet();
    await vi.waitFor(async () =>
      expect(await (await first.connection.open()).count('reports')).toBe(2),
    );
    const second = setUp();
    second.open('b', 'a', 'c');
    await second.quiet();
    expect(second.prepared).toEqual(['c']);
    expect(second.view.getState().reports.size).toBe(3);
  });

  it('are passed over where the file can’t be read, and tried again when it may be readable', async () => {
    const { pictures, prepared, open, quiet } = setUp();
    open('broken', 'a');
    await quiet();
    expect(prepared).toEqual(['broken', 'a']);
    pictures.setState(new Map(), true);
    await quiet();
    expect(prepared).toEqual(['broken', 'a', 'broken']);
  });

  it('wait for what is encoded ahead, unless the filmstrip is asked for what only they can say', async () => {
    const { view, ahead, prepared, open, quiet } = setUp();
    ahead.setState({ step: 'encoding' });
    open('a', 'b');
    await quiet();
    expect(prepared).toEqual([]);
    view.setState({ listing: { ...WHOLE_LIST, sort: 'worst' } });
    await quiet();
    expect(prepared).toEqual(['a', 'b']);
  });

  it('wait until the files are opened that the person has chosen', async () => {
    const { view, prepared, open, quiet } = setUp();
    view.setState({ opening: { photoId: null, name: 'b', done: 0, of: 2 } });
    open('a');
    await quiet();
    expect(prepared).toEqual([]);
    view.setState({ opening: null });
    await quiet();
    expect(prepared).toEqual(['a']);
  });
});
