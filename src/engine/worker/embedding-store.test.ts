import { beforeEach, describe, expect, test } from 'vitest';
import { writeEmbedding } from './embedding-file.ts';
import { createEmbeddingStore, type EmbeddingStore } from './embedding-store.ts';
import { embeddingOf, NAMES } from './testing/embeddings.ts';
import { createMemoryFolder, type MemoryFolder } from './testing/memory-folder.ts';

const [A, B, C] = ['a set fp32 1', 'b set fp32 1', 'c set fp32 1'] as const;
const PLENTY = 2 ** 30;

let folder: MemoryFolder;
let store: EmbeddingStore;
let fileBytes: number;

/** Another tab on the same folder. */
function otherTab(freeBytes: number | null = null): EmbeddingStore {
  return createEmbeddingStore({
    openFolder: async () => folder.handle,
    freeBytes: async () => freeBytes,
  });
}

async function keys(from: EmbeddingStore = store): Promise<readonly string[]> {
  return from.present([A, B, C]);
}

async function writeAt(time: number, key: string): Promise<void> {
  folder.now = time;
  await store.write(embeddingOf(key));
}

beforeEach(async () => {
  folder = createMemoryFolder();
  fileBytes = (await writeEmbedding(embeddingOf(A))).length;
  store = otherTab();
  await store.limitTo(PLENTY);
});

test('what was written is there for the next visit', async () => {
  await store.write(embeddingOf(A));
  const next = otherTab();
  expect(await next.read(A, NAMES)).toEqual(embeddingOf(A));
  expect(await next.has(A)).toBe(true);
  expect(await next.read(B, NAMES)).toBeNull();
  expect(next.use()).toMatchObject({ count: 1, bytes: fileBytes, trouble: null });
});

test('nothing half written is ever seen, and what a crash left goes', async () => {
  await store.write(embeddingOf(A));
  expect([...folder.files.keys()].every((name) => !name.startsWith('.'))).toBe(true);
  const handle = await folder.handle.getFileHandle('.incoming x', { create: true });
  expect(handle).toBeDefined();
  await store.write(embeddingOf(B));
  // Another tab may be writing it at this moment.
  expect(folder.files.has('.incoming x')).toBe(true);
  Object.assign(folder.files.get('.incoming x') ?? {}, { time: Date.now() - 3_600_000 });
  await store.write(embeddingOf(C));
  expect([...folder.files.keys()]).not.toContain('.incoming x');
  expect(store.use().count).toBe(3);
});

test('a damaged entry is dropped and can be written again', async () => {
  await store.write(embeddingOf(A));
  const [file] = folder.files.values();
  file?.bytes.fill(0, 100);
  expect(await store.read(A, NAMES)).toBeNull();
  expect(folder.files.size).toBe(0);
  expect(store.use()).toMatchObject({ count: 0, bytes: 0, trouble: null });
  await store.write(embeddingOf(A));
  expect(await store.read(A, NAMES)).not.toBeNull();
});

describe('the limit', () => {
  test('the longest unused goes first; reading counts as use', async () => {
    await writeAt(1000, A);
    await writeAt(2000, B);
    await store.limitTo(2 * fileBytes);
    folder.now = 3000;
    await store.read(A, NAMES);
    await writeAt(4000, C);
    expect(await keys()).toEqual([A, C]);
    expect(store.use()).toMatchObject({ count: 2, bytes: 2 * fileBytes });
  });

  test('what another tab has used or written counts too', async () => {
    await writeAt(1000, A);
    await writeAt(2000, B);
    await store.limitTo(2 * fileBytes);
    folder.now = 3000;
    await otherTab().read(A, NAMES);
    await writeAt(4000, C);
    expect(await keys()).toEqual([A, C]);
  });

  test('lowered, it drops at once; at none nothing is kept', async () => {
    await writeAt(1000, A);
    await writeAt(2000, B);
    await store.limitTo(fileBytes);
    expect(await keys()).toEqual([B]);
    await store.limitTo(0);
    await store.write(embeddingOf(C));
    expect(await keys()).toEqual([]);
    expect(store.use()).toMatchObject({ count: 0, bytes: 0, limitBytes: 0, trouble: null });
  });

  test('room for the person’s work is left, whatever the limit says', async () => {
    store = otherTab(0);
    await store.limitTo(PLENTY);
    await store.write(embeddingOf(A));
    expect(await keys()).toEqual([]);
    expect(store.use().trouble).toBe('full');
  });
});

test('clearing leaves nothing, and only embeddings lie in that folder', async () => {
  await store.write(embeddingOf(A));
  await otherTab().limitTo(PLENTY);
  await store.clear();
  expect(folder.files.size).toBe(0);
  expect(store.use()).toMatchObject({ count: 0, bytes: 0 });
});

test('what nobody will ask for any more goes', async () => {
  await store.write(embeddingOf(A));
  await store.write(embeddingOf('a gone fp32 1'));
  await store.keepOnly((key) => key.split(' ')[1] === 'set');
  expect(folder.files.size).toBe(1);
  expect(await keys()).toEqual([A]);
});

describe('trouble', () => {
  test('a full disk is said, nothing throws, and what is there can be read', async () => {
    await store.write(embeddingOf(A));
    folder.quota = fileBytes + 10;
    await store.write(embeddingOf(B));
    expect(store.use()).toMatchObject({ count: 1, trouble: 'full' });
    expect(folder.files.size).toBe(1);
    expect(await store.read(A, NAMES)).not.toBeNull();
    folder.quota = PLENTY;
    await store.write(embeddingOf(B));
    expect(store.use()).toMatchObject({ count: 2, trouble: null });
  });

  test('no private file system: nothing is kept and nothing throws', async () => {
    const none = createEmbeddingStore({
      openFolder: () => Promise.reject(new DOMException('no', 'SecurityError')),
      freeBytes: async () => null,
    });
    await none.limitTo(PLENTY);
    await none.write(embeddingOf(A));
    await none.clear();
    expect(await none.read(A, NAMES)).toBeNull();
    expect(await none.has(A)).toBe(false);
    expect(none.use()).toMatchObject({ count: 0, trouble: 'no-storage' });
  });

  test('another tab that reads the file is waited for; one that keeps it counts as a miss', async () => {
    await store.write(embeddingOf(A));
    const [file] = folder.files.values();
    if (!file) throw new Error('no file');
    file.isOpen = true;
    setTimeout(() => {
      file.isOpen = false;
    }, 30);
    expect(await store.read(A, NAMES)).not.toBeNull();
    file.isOpen = true;
    expect(await store.read(A, NAMES)).toBeNull();
    await store.write(embeddingOf(A));
    await store.clear();
    expect(store.use().trouble).toBeNull();
    expect(folder.files.size).toBe(1);
  });
});
