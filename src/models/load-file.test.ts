import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { FileStore } from './file-store.ts';
import { type FileSpec, keepFile, loadFile } from './load-file.ts';
import type { Part } from './pieces.ts';

const CONTENT = 'abcdefghijklmnopqrstuvwxyz';
const FILE: FileSpec = specOf(CONTENT);

describe('a file that is loaded', () => {
  test('is kept once it is whole and right', async () => {
    const { store, load, whole } = setUp();
    expect(await load()).toBe(CONTENT);
    await store.settled();
    expect(whole()).toBe(CONTENT);
    expect(store.partsOf()).toEqual([]);
  });

  test('comes from what is kept, without the server', async () => {
    const { load, asked, store } = setUp();
    await load();
    await store.settled();
    expect(await load()).toBe(CONTENT);
    expect(asked).toHaveLength(1);
  });

  test('that was kept and is damaged now is fetched again', async () => {
    const { store, load, whole } = setUp();
    store.files.set(FILE.url, encode(`${CONTENT.slice(0, -1)}!`));
    expect(await load()).toBe(CONTENT);
    await store.settled();
    expect(whole()).toBe(CONTENT);
  });

  test('with another checksum is not kept, nor any part of it', async () => {
    const { store, load, whole } = setUp({ content: CONTENT.toUpperCase() });
    await expect(load()).rejects.toMatchObject({
      problem: { kind: 'corrupt-file', file: 'a.bin' },
    });
    expect(whole()).toBeNull();
    expect(store.partsOf()).toEqual([]);
  });

  test.each(['too short', `${CONTENT} and more`])('that is %j is damaged', async (content) => {
    const { load, whole } = setUp({ content });
    await expect(load()).rejects.toMatchObject({ problem: { kind: 'corrupt-file' } });
    expect(whole()).toBeNull();
  });
});

describe('a download that breaks off', () => {
  test('keeps what has come, and the next one asks for the rest only', async () => {
    const { server, store, load, asked, heard } = setUp({ breaksAfter: 10 });
    await expect(load()).rejects.toMatchObject({ problem: { kind: 'missing-file', status: 0 } });
    expect(store.partsOf()).toEqual([0]);
    server.breaksAfter = null;
    expect(await load()).toBe(CONTENT);
    expect(asked.map(({ range }) => range)).toEqual([null, 'bytes=10-']);
    // Progress goes on from what was kept, and never beyond the whole.
    expect(heard.at(-1)).toBe(26);
    expect(Math.max(...heard)).toBe(26);
    await store.settled();
    expect(store.partsOf()).toEqual([]);
  });

  test('again and again still comes to its end', async () => {
    const { load, asked } = setUp({ breaksAfter: 10 });
    await expect(load()).rejects.toThrow();
    await expect(load()).rejects.toThrow();
    expect(await load()).toBe(CONTENT);
    expect(asked.map(({ range }) => range)).toEqual([null, 'bytes=10-', 'bytes=20-']);
  });

  test('starts over where the server knows no ranges', async () => {
    const { server, load, heard } = setUp({ breaksAfter: 10, hasRanges: false });
    await expect(load()).rejects.toThrow();
    server.breaksAfter = null;
    expect(await load()).toBe(CONTENT);
    expect(heard.at(-1)).toBe(26);
  });

  test('starts over when what was kept of it is damaged', async () => {
    const { store, load, asked, heard } = setUp();
    store.parts.set(FILE.url, [{ from: 0, bytes: encode('wrong') }]);
    expect(await load()).toBe(CONTENT);
    expect(asked.map(({ range }) => range)).toEqual(['bytes=5-', null]);
    expect(heard.at(-1)).toBe(26);
  });

  test('goes on inside the piece in which it broke off', async () => {
    const { server, load, asked } = setUp({ pieceBytes: 10, breaksAfter: 7 });
    await expect(load()).rejects.toThrow();
    server.breaksAfter = null;
    expect(await load()).toBe(CONTENT);
    expect(asked).toEqual([
      { url: '/a.bin.0', range: null },
      { url: '/a.bin.0', range: 'bytes=7-' },
      { url: '/a.bin.1', range: null },
      { url: '/a.bin.2', range: null },
    ]);
  });
});

describe('keeping a file', () => {
  test('what is there already is only counted', async () => {
    const { keep, asked, heard, store } = setUp();
    store.files.set(FILE.url, encode(CONTENT));
    await keep();
    expect(asked).toEqual([]);
    expect(heard.at(-1)).toBe(26);
  });

  test('fails where there is no room; loading does not', async () => {
    const { keep, load, store } = setUp();
    store.isFull = true;
    await expect(keep()).rejects.toThrow('no room');
    expect(await load()).toBe(CONTENT);
  });
});

interface Server {
  content: string;
  /** Bytes of one answer after which the connection breaks. */
  breaksAfter: number | null;
  hasRanges: boolean;
  pieceBytes: number;
}

function setUp(options: Partial<Server> = {}) {
  const server: Server = {
    content: CONTENT,
    breaksAfter: null,
    hasRanges: true,
    pieceBytes: Number.POSITIVE_INFINITY,
    ...options,
  };
  const store = memoryStore();
  const asked: { url: string; range: string | null }[] = [];
  const heard: number[] = [];
  const origin = {
    store,
    pieceBytes: server.pieceBytes,
    fetch: async (url: unknown, init?: RequestInit) => {
      const range = new Headers(init?.headers).get('range');
      asked.push({ url: String(url), range });
      return answer(server, String(url), range);
    },
  };
  function listener() {
    let sum = 0;
    const onBytes = (count: number) => {
      sum += count;
      heard.push(sum);
    };
    return { signal: new AbortController().signal, onBytes };
  }
  return {
    server,
    store,
    asked,
    heard,
    load: async () => decode(await loadFile(FILE, origin, listener())),
    keep: () => keepFile(FILE, origin, listener()),
    whole: () => decode(store.files.get(FILE.url) ?? null),
  };
}

function answer(server: Server, url: string, range: string | null): Response {
  const piece = Number(/\.(\d)$/.exec(url)?.[1] ?? 0);
  const start = piece > 0 ? piece * server.pieceBytes : 0;
  const all = encode(server.content).slice(start, start + server.pieceBytes);
  const from = server.hasRanges ? Number(/\d+/.exec(range ?? '0')?.[0]) : 0;
  const headers =
    from > 0 ? { 'content-range': `bytes ${from}-${all.length - 1}/${all.length}` } : {};
  return new Response(broken(all.slice(from), server.breaksAfter), {
    status: from > 0 ? 206 : 200,
    headers,
  });
}

function broken(
  bytes: Uint8Array<ArrayBuffer>,
  after: number | null,
): ReadableStream | Uint8Array<ArrayBuffer> {
  if (after === null || after >= bytes.length) return bytes;
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) controller.error(new TypeError('network error'));
      else controller.enqueue(bytes.slice(0, after));
      isSent = true;
    },
  });
}

function memoryStore() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const parts = new Map<string, Part[]>();
  let work: Promise<unknown> = Promise.resolve();
  const store = {
    files,
    parts: Object.assign(async (url: string) => parts.get(url) ?? [], {
      set: (url: string, list: Part[]) => parts.set(url, list),
    }),
    isFull: false,
    settled: () => work,
    partsOf: () => (parts.get(FILE.url) ?? []).map(({ from }) => from),
    has: async (url: string) => files.has(url),
    read: async (url: string) => files.get(url) ?? null,
    async keep(url: string, bytes: Uint8Array<ArrayBuffer>) {
      if (store.isFull) throw new Error('no room');
      files.set(url, bytes.slice());
      parts.delete(url);
    },
    async keepPart(url: string, part: Part) {
      parts.set(url, [...(parts.get(url) ?? []), part]);
    },
    async drop(url: string) {
      files.delete(url);
      parts.delete(url);
    },
    alone(_url: string, _signal: AbortSignal, task: () => Promise<void>) {
      const turn = work.catch(() => {}).then(task);
      work = turn.catch(() => {});
      return turn;
    },
  } satisfies FileStore & Record<string, unknown>;
  return store;
}

function specOf(content: string): FileSpec {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { name: 'a.bin', url: '/a.bin', bytes: content.length, sha256 };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function decode(bytes: Uint8Array | null): string | null {
  return bytes && new TextDecoder().decode(bytes);
}
