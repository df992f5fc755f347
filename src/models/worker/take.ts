import {
  type ListedFile,
  MANIFEST_NAME,
  type Manifest,
  MOST_MANIFEST_BYTES,
  parseManifest,
  setBytes,
  setFilesOf,
} from '../manifest.ts';
import { checkPaths, rootOf } from '../paths.ts';
import { SetProblemError } from '../problems.ts';
import type { OnProgress, SetFiles } from '../protocol.ts';
import type { StoredSet } from '../store.ts';
import { type Entry, openEntries } from './entries.ts';
import { createStaging, QUOTA_EXCEEDED, type Staging } from './staging.ts';

/** Twice ViT-H's; also bounds what an archive may unpack to. */
const MOST_BYTES = 4e9;
const MOST_LICENCE_BYTES = 2 ** 20;

/** Checks a set from its names to its checksums, and keeps it; throws a SetProblemError. */
export async function takeSet(files: SetFiles, onProgress: OnProgress): Promise<StoredSet> {
  const entries = await openEntries(files);
  const paths = entries.map(({ path }) => path);
  checkPaths(paths);
  const root = rootOf(paths);
  if (root === null) throw new SetProblemError({ kind: 'no-manifest' });
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const inRoot = (name: string) => byPath.get(root + name);
  const entry = inRoot(MANIFEST_NAME);
  if (!entry) throw new SetProblemError({ kind: 'no-manifest' });
  const text = await readText(entry, MOST_MANIFEST_BYTES);
  const parsed = parseManifest(text);
  if (!parsed.ok) throw new SetProblemError({ kind: 'manifest', detail: parsed.detail });
  const { manifest } = parsed;
  const listed = setFilesOf(manifest).map((file) => ({ file, entry: found(file, inRoot) }));
  await checkRoom(manifest);
  const licence = inRoot(manifest.licence.file);
  const bytes = setBytes(manifest);
  await orNoRoom(bytes, async () => {
    const staging = await createStaging();
    try {
      await keepFiles(staging, listed, bytes, onProgress);
      if (licence)
        await staging.writeText(
          licence.path.slice(root.length),
          await readText(licence, MOST_LICENCE_BYTES),
        );
      await staging.finish(manifest.id, text);
    } finally {
      await staging.discard();
    }
  });
  return { id: manifest.id, name: manifest.name, bytes };
}

/** The disk may refuse a folder or an empty file, too, and the estimate may have promised more. */
async function orNoRoom(needed: number, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === QUOTA_EXCEEDED;
    throw isFull ? new SetProblemError({ kind: 'disk-full', needed, free: null }) : error;
  }
}

function found(file: ListedFile, inRoot: (name: string) => Entry | undefined): Entry {
  const entry = inRoot(file.name);
  if (!entry) throw new SetProblemError({ kind: 'missing-file', name: file.name });
  if (entry.bytes !== file.bytes) throw wrongSize(file, entry.bytes);
  return entry;
}

async function checkRoom(manifest: Manifest): Promise<void> {
  const bytes = setBytes(manifest);
  if (bytes > MOST_BYTES) {
    throw new SetProblemError({ kind: 'too-large', bytes, limit: MOST_BYTES });
  }
  const { quota, usage } = (await navigator.storage?.estimate().catch(() => null)) ?? {};
  const free = quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
  if (free !== null && free < bytes) {
    throw new SetProblemError({ kind: 'disk-full', needed: bytes, free });
  }
}

async function keepFiles(
  staging: Staging,
  listed: readonly { readonly file: ListedFile; readonly entry: Entry }[],
  totalBytes: number,
  onProgress: OnProgress,
): Promise<void> {
  let doneBytes = 0;
  onProgress(0, totalBytes);
  for (const { file, entry } of listed) {
    const onBytes = (count: number) => {
      doneBytes += count;
      onProgress(doneBytes, totalBytes);
    };
    const sha256 = await staging.write(file, entry, onBytes);
    if (sha256 !== file.sha256) throw new SetProblemError({ kind: 'damaged', name: file.name });
  }
}

async function readText(entry: Entry, limit: number): Promise<string> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      bytes += chunk.length;
      if (bytes > limit) throw new SetProblemError({ kind: 'too-large', bytes, limit });
      chunks.push(new Uint8Array(chunk));
    },
  });
  await entry.pour(sink);
  return new Blob(chunks).text();
}

function wrongSize({ name, bytes }: ListedFile, got: number): SetProblemError {
  return new SetProblemError({ kind: 'size', name, expected: bytes, got });
}
