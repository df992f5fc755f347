import { answered } from '../browser/answered.ts';
import { underLock } from '../browser/locks.ts';
import { RESPONSE_HEADERS } from '../security/headers.ts';
import type { Part } from './pieces.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Files whose address carries a hash of their content, and the parts of those not yet whole. */
export interface FileStore {
  has(url: string): Promise<boolean>;
  read(url: string): Promise<Bytes | null>;
  /** Its parts are dropped. Rejects where there is no room. */
  keep(url: string, bytes: Bytes): Promise<void>;
  parts(url: string): Promise<readonly Part[]>;
  keepPart(url: string, part: Part): Promise<void>;
  drop(url: string): Promise<void>;
  /** One at a time for each address, over all tabs; rejects with the signal's reason while it waits. */
  alone(url: string, signal: AbortSignal, work: () => Promise<void>): Promise<void>;
}

/** Cache Storage, from where the service worker answers too. */
export const FILES_CACHE = 'robustsam-annotator-files';
export const PARTS_CACHE = 'robustsam-annotator-parts';

/** Null where the browser offers none or forbids it, and while developing, when nothing cleans up. */
export async function openFileStore(): Promise<FileStore | null> {
  if (!import.meta.env.PROD || !('caches' in globalThis)) return null;
  try {
    const [files, parts] = await answered(
      Promise.all([caches.open(FILES_CACHE), caches.open(PARTS_CACHE)]),
    );
    return createFileStore(files, parts);
  } catch {
    return null;
  }
}

function createFileStore(files: Cache, parts: Cache): FileStore {
  async function dropParts(url: string): Promise<void> {
    await parts.delete(url, { ignoreSearch: true });
  }

  return {
    has: async (url) => (await files.match(url)) !== undefined,
    read: async (url) => bytesIn(await files.match(url)),
    async keep(url, bytes) {
      await files.put(url, new Response(bytes, { headers: headersOf(url, bytes.length) }));
      await dropParts(url);
    },
    async parts(url) {
      const requests = await parts.keys(url, { ignoreSearch: true });
      const read = async (request: Request): Promise<Part> => ({
        from: Number(new URL(request.url).searchParams.get('from')),
        bytes: (await bytesIn(await parts.match(request))) ?? new Uint8Array(),
      });
      return Promise.all(requests.map(read));
    },
    keepPart: (url, { from, bytes }) => parts.put(`${url}?from=${from}`, new Response(bytes)),
    async drop(url) {
      await files.delete(url);
      await dropParts(url);
    },
    async alone(url, signal, work) {
      await underLock(`file ${url}`, { signal }, work);
    },
  };
}

/** What a server would have sent; without its type no browser compiles wasm while it streams. */
function headersOf(url: string, bytes: number): Record<string, string> {
  const type = url.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
  return { ...RESPONSE_HEADERS, 'Content-Type': type, 'Content-Length': String(bytes) };
}

async function bytesIn(response: Response | undefined): Promise<Bytes | null> {
  return response ? new Uint8Array(await response.arrayBuffer()) : null;
}
