import { type FileStore, openFileStore } from '../../models/file-store.ts';
import {
  type FileSpec,
  loadFile,
  type Origin,
  request,
  serverOrigin,
} from '../../models/load-file.ts';
import { storedPlace } from '../../models/source.ts';
import { storedFile } from '../../models/store.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface Download {
  /** Settles when every file is here; rejects with the first problem. */
  readonly all: Promise<unknown>;
  /** One file as soon as it is here, so work can start before the rest is. */
  bytesOf(name: string): Promise<Bytes>;
}

/** Progress messages per start: enough for a smooth bar. */
const REPORTS = 100;

/**
 * Fetches all files at once; `onProgress` hears the bytes over all of them. A file that is missing
 * or isn't what the manifest says rejects with a FileProblemError and stops the others.
 */
export function fetchFiles(
  specs: readonly FileSpec[],
  onProgress: (loadedBytes: number, totalBytes: number) => void,
): Download {
  const stop = new AbortController();
  const totalBytes = specs.reduce((sum, { bytes }) => sum + bytes, 0);
  let loadedBytes = 0;
  let reportedBytes = 0;

  function onBytes(count: number): void {
    loadedBytes += count;
    if (loadedBytes < totalBytes && loadedBytes - reportedBytes < totalBytes / REPORTS) return;
    reportedBytes = loadedBytes;
    onProgress(loadedBytes, totalBytes);
  }

  onProgress(0, totalBytes);
  const listener = { signal: stop.signal, onBytes };
  const files = new Map<string, Promise<Bytes>>();
  const store = openFileStore();
  for (const spec of specs) {
    const load = async () => loadFile(spec, originOf(spec.url, await store), listener);
    files.set(spec.name, load());
  }
  const all = Promise.all(files.values());
  // The others stop with the same error, so whoever waits for one of them learns the cause.
  all.catch((error) => stop.abort(error));
  return {
    all,
    async bytesOf(name) {
      const bytes = files.get(name);
      if (!bytes) throw new RangeError(`${name} was not asked for`);
      return bytes;
    },
  };
}

/** A small file as text, by the address of one of the app or of a stored set. Rejects with a FileProblemError. */
export async function readText(name: string, url: string): Promise<string> {
  const response = await request(name, url, originOf(url, null).fetch);
  return response.text();
}

/** Sets that were taken in are kept separately, as they came. */
function originOf(url: string, store: FileStore | null): Origin {
  const stored = storedPlace(url);
  if (!stored) return serverOrigin(store);
  return {
    fetch: () => storedResponse(stored),
    pieceBytes: Number.POSITIVE_INFINITY,
    store: null,
  };
}

async function storedResponse({ id, name }: { id: string; name: string }): Promise<Response> {
  const file = await storedFile(id, name);
  return file ? new Response(file) : new Response(null, { status: 404 });
}
