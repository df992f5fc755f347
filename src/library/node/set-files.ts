import { readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listedFiles, precisionOf, setFiles } from '../../engine/worker/manifest.ts';
import { missingFile } from '../../models/file-problem.ts';
import { loadFile, type Origin, request } from '../../models/load-file.ts';
import { MANIFEST_NAME, parseManifest } from '../../models/manifest.ts';
import type { ReadSetFile } from '../../node/engine/engine.ts';
import type { EngineOptions } from '../api.ts';

/** Folder of a model set, ending in a slash: of a path, of a URL, or beside this package's files. */
export function setFolder(modelUrl: string | URL | undefined): URL {
  if (modelUrl === undefined) return new URL('models/', String(import.meta.url));
  const isPath = typeof modelUrl === 'string' && (isAbsolute(modelUrl) || !URL.canParse(modelUrl));
  const { href } = isPath ? pathToFileURL(modelUrl) : new URL(modelUrl);
  return new URL(href.endsWith('/') ? href : `${href}/`);
}

/** Reads files of a set and checks them, each once. Rejects with FileProblemErrors, and the signal's reason. */
export async function openSet(
  folder: URL,
  { signal = new AbortController().signal, onProgress = () => {} }: EngineOptions,
): Promise<ReadSetFile> {
  const urlOf = (name: string) => new URL(name, folder).href;
  const origin: Origin = { fetch: fetchAny, pieceBytes: Number.POSITIVE_INFINITY, store: null };
  const text = await (
    await request(MANIFEST_NAME, urlOf(MANIFEST_NAME), fetchAny, { signal })
  ).text();
  const files = new Map<string, Promise<Uint8Array>>();
  files.set(MANIFEST_NAME, Promise.resolve(new TextEncoder().encode(text)));
  const listed = new Map(filesIn(text).map((file) => [file.name, file]));
  const totalBytes = [...listed.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  let loadedBytes = 0;
  const onBytes = (count: number) => {
    loadedBytes += count;
    onProgress({ phase: 'loading', loadedBytes, totalBytes });
  };
  return (name) => {
    const known = files.get(name);
    if (known) return known;
    const file = listed.get(name);
    if (!file) return Promise.reject(missingFile(name, 0));
    const loading = loadFile({ ...file, url: urlOf(name) }, origin, { signal, onBytes });
    files.set(name, loading);
    return loading;
  };
}

/** What the native runtime needs; nothing of a manifest that is refused later. */
function filesIn(text: string) {
  const parsed = parseManifest(text);
  if (!parsed.ok) return [];
  const { manifest } = parsed;
  return listedFiles(setFiles(manifest, precisionOf('wasm-threads', manifest)));
}

/** Node's own `fetch` reads no files. */
const fetchAny: typeof fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.protocol !== 'file:') return fetch(input, init);
  return readFile(fileURLToPath(url)).then(
    (bytes) => new Response(new Uint8Array(bytes)),
    () => new Response(null, { status: 404 }),
  );
};
