import { storedPlace } from '../../models/source.ts';
import { storedFile } from '../../models/store.ts';
import { ProblemError } from './problem.ts';

export interface FileSpec {
  readonly name: string;
  readonly url: string;
  readonly bytes: number;
  /** Lower-case hex; null where the URL itself carries a hash of the content. */
  readonly sha256: string | null;
}

type Bytes = Uint8Array<ArrayBuffer>;

export interface Download {
  /** Settles when every file is here; rejects with the first problem. */
  readonly all: Promise<unknown>;
  /** One file as soon as it is here, so that work can start before the rest is. */
  bytesOf(name: string): Promise<Bytes>;
}

/** Progress messages per start: enough for a smooth bar. */
const REPORTS = 100;

/**
 * Fetches all files at once; `onProgress` hears the bytes over all of them. A file that is missing
 * or isn't what the manifest says rejects with a ProblemError and stops the others.
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
  const files = new Map<string, Promise<Bytes>>();
  for (const spec of specs) files.set(spec.name, fetchFile(spec, stop.signal, onBytes));
  const all = Promise.all(files.values());
  // The others stop with the same error, so that whoever waits for one of them learns the cause.
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

async function fetchFile(
  spec: FileSpec,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): Promise<Bytes> {
  const response = await request(spec.name, spec.url, signal);
  const bytes = await read(response, spec, signal, onBytes);
  if (spec.sha256 !== null && (await sha256(bytes)) !== spec.sha256) throw corrupt(spec.name);
  return bytes;
}

/** A response with the file in it: a server that answers a missing file with a page doesn't pass. */
export async function request(name: string, url: string, signal?: AbortSignal): Promise<Response> {
  const stored = storedPlace(url);
  const response = stored
    ? await storedResponse(stored)
    : await fetch(url, { signal: signal ?? null }).catch(() => null);
  signal?.throwIfAborted();
  const isPage = response?.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!response?.ok || isPage) throw missing(name, response?.status ?? 0);
  return response;
}

async function storedResponse({ id, name }: { id: string; name: string }): Promise<Response> {
  const file = await storedFile(id, name);
  return file ? new Response(file) : new Response(null, { status: 404 });
}

async function read(
  response: Response,
  { name, bytes }: FileSpec,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): Promise<Bytes> {
  const out = new Uint8Array(bytes);
  const reader = response.body?.getReader();
  let at = 0;
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      signal.throwIfAborted();
      throw missing(name, 0);
    });
    if (done) break;
    if (at + value.length > bytes) throw corrupt(name);
    out.set(value, at);
    at += value.length;
    onBytes(value.length);
  }
  if (at !== bytes) throw corrupt(name);
  return out;
}

async function sha256(bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Status 0: no connection, or it broke. */
function missing(file: string, status: number): ProblemError {
  return new ProblemError({ kind: 'missing-file', file, status });
}

function corrupt(file: string): ProblemError {
  return new ProblemError({ kind: 'corrupt-file', file });
}
