import { sha256Hex } from '../browser/sha256.ts';
import { corruptFile, missingFile } from './file-problem.ts';
import type { FileStore } from './file-store.ts';
import { beginningOf, joinParts, PIECE_BYTES, piecesOf } from './pieces.ts';

export interface FileSpec {
  readonly name: string;
  /** Absolute. */
  readonly url: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Where files come from. */
export interface Origin {
  readonly fetch: typeof fetch;
  /** Larger files lie in pieces of this size. */
  readonly pieceBytes: number;
  /** Where what has come is kept; null: nowhere. */
  readonly store: FileStore | null;
}

/** A development server has its files as they are, and so has the package that others import. */
const PIECES =
  import.meta.env.PROD && import.meta.env.MODE !== 'library'
    ? PIECE_BYTES
    : Number.POSITIVE_INFINITY;

export function serverOrigin<Store extends FileStore | null>(
  store: Store,
): Origin & { readonly store: Store } {
  return { fetch: (...request) => fetch(...request), pieceBytes: PIECES, store };
}

/** Whether the server has the file in pieces. */
export function isInPieces({ bytes }: FileSpec): boolean {
  return bytes > PIECES;
}

interface Listener {
  readonly signal: AbortSignal;
  /** Bytes that came, also from what was kept; below zero when some have to come again. */
  readonly onBytes: (count: number) => void;
}

/** What comes within this time may have to come again after the page was closed. */
const MILLISECONDS_BETWEEN_PARTS = 2000;

/**
 * The file: as it was kept, or from the server, going on where a download was broken off. It is kept
 * only when its checksum is right, after the answer. Rejects with a FileProblemError.
 */
export function loadFile(file: FileSpec, origin: Origin, listener: Listener): Promise<Bytes> {
  const { store } = origin;
  if (!store) return download(file, origin, listener);
  return new Promise((resolve, reject) => {
    const work = async () => {
      const known = await store.read(file.url);
      if (known && (await isRight(known, file))) {
        listener.onBytes(known.length);
        resolve(known);
        return;
      }
      if (known) await store.drop(file.url);
      const bytes = await download(file, origin, listener);
      resolve(bytes);
      // Whoever keeps everything for offline use tries again, and says why it can't.
      await store.keep(file.url, bytes).catch(() => {});
    };
    store.alone(file.url, listener.signal, work).catch(reject);
  });
}

/** Resolves once the file is kept. Rejects as `loadFile`, and when there is no room. */
export async function keepFile(
  file: FileSpec,
  origin: Origin & { readonly store: FileStore },
  listener: Listener,
): Promise<void> {
  const { store } = origin;
  await store.alone(file.url, listener.signal, async () => {
    if (await store.has(file.url)) listener.onBytes(file.bytes);
    else await store.keep(file.url, await download(file, origin, listener));
  });
}

async function download(file: FileSpec, origin: Origin, listener: Listener): Promise<Bytes> {
  const out = new Uint8Array(file.bytes);
  const parts = (await origin.store?.parts(file.url)) ?? [];
  const resumedFrom = joinParts(parts, out);
  let counted = 0;
  const onBytes = (count: number) => {
    counted += count;
    listener.onBytes(count);
  };
  onBytes(resumedFrom);
  const isWhole = await receive(file, origin, { ...listener, onBytes }, out, resumedFrom);
  if (isWhole && (await isRight(out, file))) return out;
  await origin.store?.drop(file.url);
  if (resumedFrom === 0) throw corruptFile(file.name);
  // The parts from before may be to blame.
  listener.onBytes(-counted);
  return download(file, origin, listener);
}

/** Fills `out` from `start` on; false when the server has more or less than that. */
async function receive(
  { name, url, bytes }: FileSpec,
  { fetch, pieceBytes, store }: Origin,
  { signal, onBytes }: Listener,
  out: Bytes,
  start: number,
): Promise<boolean> {
  let at = start;
  let keptTo = start;
  let keptAt = performance.now();

  async function keepPart(): Promise<void> {
    keptAt = performance.now();
    if (!store || at <= keptTo) return;
    const part = { from: keptTo, bytes: out.slice(keptTo, at) };
    keptTo = at;
    await store.keepPart(url, part).catch(() => {});
  }

  try {
    for (const piece of piecesOf(url, bytes, pieceBytes)) {
      if (at >= piece.to) continue;
      const from = at - piece.from;
      const headers = from > 0 ? { Range: `bytes=${from}-` } : {};
      const response = await request(name, piece.url, fetch, { signal, headers });
      const begin =
        piece.from + beginningOf(response.status, response.headers.get('content-range'));
      if (begin > at) return false;
      onBytes(begin - at);
      at = begin;
      keptTo = Math.min(keptTo, at);
      for await (const chunk of chunksOf(response, name, signal)) {
        if (at + chunk.length > piece.to) return false;
        out.set(chunk, at);
        at += chunk.length;
        onBytes(chunk.length);
        if (performance.now() - keptAt > MILLISECONDS_BETWEEN_PARTS) await keepPart();
      }
      if (at !== piece.to) return false;
    }
    return true;
  } catch (error) {
    await keepPart();
    throw error;
  }
}

/** A response with the file in it: a server that answers a missing file with a page doesn't pass. */
export async function request(
  name: string,
  url: string,
  fetch: Origin['fetch'],
  init: RequestInit = {},
): Promise<Response> {
  const response = await fetch(url, init).catch(() => null);
  init.signal?.throwIfAborted();
  const isPage = response?.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!response?.ok || isPage) throw missingFile(name, response?.status ?? 0);
  return response;
}

/** Not by the stream's own iterator, which Safari lacks. */
async function* chunksOf(
  response: Response,
  name: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  try {
    while (reader) {
      const { done, value } = await reader.read().catch(() => {
        signal.throwIfAborted();
        throw missingFile(name, 0);
      });
      if (done) return;
      yield value;
    }
  } finally {
    reader?.cancel().catch(() => {});
  }
}

async function isRight(bytes: Bytes, file: FileSpec): Promise<boolean> {
  if (bytes.length !== file.bytes) return false;
  return (await sha256Hex(bytes)) === file.sha256;
}
