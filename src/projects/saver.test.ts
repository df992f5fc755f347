import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDocument, type Document } from '../document/document.ts';
import { anyChange, object } from '../document/testing/arbitrary.ts';
import type { DocumentState } from '../document/types.ts';
import type { AssembledProject } from './assemble.ts';
import { createConnection } from './database.ts';
import type { ProjectStore } from './project-store.ts';
import { newHead, type ProjectHead } from './records.ts';
import { createSaver, NOTHING_SAVED, type Saver } from './saver.ts';
import { createProjectStore } from './store.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

interface Page {
  readonly document: Document;
  readonly store: ProjectStore;
  readonly saver: Saver;
  head(): ProjectHead;
}

/** A page that has just been opened, with a project of its own. */
function openPage(head = newHead('Meadow'), saved = NOTHING_SAVED): Page {
  const document = createDocument();
  const store = createProjectStore(createConnection());
  let newest = head;
  const saver = createSaver(document, store, (written) => {
    newest = written;
  });
  document.replace(saved.state, saved.history);
  saver.attach(head, saved);
  return { document, store, saver, head: () => newest };
}

/** The page is gone, and another one opens the project. */
async function reload({ head }: Page): Promise<Page & { readonly found: AssembledProject }> {
  const found = await createProjectStore(createConnection()).read(head().id);
  if (!found) throw new Error('the project is gone');
  return { ...openPage(found.head, found.snapshot), found };
}

/** Without what says nothing: an empty list is as good as none. */
function meaning({ photos, classes, sharedAdjustments, ...facts }: DocumentState): unknown {
  const said = Object.entries(facts).map(([fact, byPhoto]) => [
    fact,
    Object.entries(byPhoto)
      .filter(([, value]) => value && (!Array.isArray(value) || value.length > 0))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
  return { photos, classes, sharedAdjustments, facts: said };
}

type Act = 'change' | 'unrecorded' | 'undo' | 'redo';
const anyAct = () =>
  fc.constantFrom<Act>('change', 'change', 'change', 'unrecorded', 'undo', 'redo');

function act(gen: fc.GeneratorValue, document: Document, what: Act): void {
  const change = () => gen(anyChange, document.state.getState());
  if (what === 'undo') document.undo();
  else if (what === 'redo') document.redo();
  else if (what === 'change') document.commit({ name: 'act', photoId: 'a', changes: [change()] });
  // Only photos come and go without a step: other changes would not fit the steps around them.
  else document.applyUnrecorded({ kind: 'set-seconds', photoId: 'b', before: 0, after: 1 });
}

describe('a project', () => {
  it('is after a reload what it was, with everything that can be undone and redone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        globalThis.indexedDB = new IDBFactory();
        let page: Page = openPage();
        add(page, 'first');
        for (let round = 0; round < 3; round++) {
          for (let i = 0; i < 5; i++) {
            act(gen, page.document, gen(anyAct));
            // Sometimes the disk keeps up, sometimes several changes go into one write.
            if (gen(fc.boolean)) await page.saver.settled();
          }
          await page.saver.settled();
          expect(page.saver.status.getState()).toEqual({ kind: 'kept' });
          const before = page.document;
          const next = await reload(page);
          expect(next.found.broken).toEqual([]);
          expect(meaning(next.document.state.getState())).toEqual(meaning(before.state.getState()));
          expect(next.document.history.getState()).toEqual(before.history.getState());
          page = next;
        }
        const last = page.document.state.getState();
        let steps = 0;
        while (page.document.undo()) steps += 1;
        await page.saver.settled();
        page = await reload(page);
        for (let i = 0; i < steps; i++) page.document.redo();
        expect(meaning(page.document.state.getState())).toEqual(meaning(last));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('is saved as a whole or not at all: a write that fails leaves what was there', async () => {
    const page = openPage();
    add(page, 'one');
    await page.saver.settled();
    add(page, 'two');
    // No database can keep a function.
    const strange = { ...object('three'), note: (() => '') as unknown as string };
    page.document.commit({
      name: 'strange',
      photoId: 'a',
      changes: [{ kind: 'add-object', photoId: 'a', object: strange, index: 0 }],
    });
    await page.saver.settled();
    expect(page.saver.status.getState()).toMatchObject({ kind: 'failed', reason: 'refused' });
    const { found } = await reload(page);
    expect(found.snapshot.state.objects.a?.map(({ id }) => id)).toEqual(['one']);

    page.document.undo();
    add(page, 'four');
    await page.saver.settled();
    expect(page.saver.status.getState()).toEqual({ kind: 'kept' });
    const again = await reload(page);
    const ids = again.document.state.getState().objects.a?.map(({ id }) => id);
    expect(ids).toEqual(['four', 'two', 'one']);
  });

  it('is saved also when something is done the very moment the last write is through', async () => {
    const page = openPage();
    const ids = ['two', 'three', 'four'];
    page.saver.status.subscribe(({ kind }) => {
      const next = kind === 'kept' ? ids.shift() : undefined;
      // In the moment itself, and as whoever waits for it goes on.
      if (next === 'two') add(page, next);
      else if (next) void Promise.resolve().then(() => add(page, next));
    });
    add(page, 'one');
    await vi.waitFor(() => {
      expect(ids).toEqual([]);
      expect(page.saver.status.getState()).toEqual({ kind: 'kept' });
    });
    const { document } = await reload(page);
    expect(document.state.getState().objects.a).toHaveLength(4);
  });

  it('is written again when the browser’s data were cleared under the page', async () => {
    const page = openPage();
    add(page, 'one');
    await page.saver.settled();
    const db = await createConnection().open();
    for (const name of db.objectStoreNames) await db.clear(name);
    add(page, 'two');
    await page.saver.settled();
    const next = await reload(page);
    expect(next.document.state.getState().objects.a).toHaveLength(2);
    expect(next.document.history.getState().done).toHaveLength(2);
  });

  it('is not written by a page that another one has taken it from', async () => {
    const first = openPage();
    add(first, 'one');
    await first.saver.settled();
    const second = await reload(first);
    add(second, 'two');
    await second.saver.settled();
    add(first, 'three');
    await first.saver.settled();
    expect(first.saver.status.getState()).toMatchObject({ kind: 'failed', reason: 'taken' });
    const { document } = await reload(second);
    expect(document.state.getState().objects.a?.map(({ id }) => id)).toEqual(['two', 'one']);
  });
});

function add({ document }: Page, id: string): void {
  document.commit({
    name: id,
    photoId: 'a',
    changes: [{ kind: 'add-object', photoId: 'a', object: object(id), index: 0 }],
  });
}
