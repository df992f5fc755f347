import { answered } from '../browser/answered.ts';
import { MANIFEST_NAME, parseManifest, setBytes } from './manifest.ts';

/**
 * Model sets kept for use without a network, in the browser's private file system: a folder per set
 * id, its manifest written last. A folder without one is no set. Works on both threads.
 */
export interface StoredSet {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

const FOLDER = 'model-sets';

/** Rejects where the browser has no such file system, or a private window forbids it. */
export async function setsFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await answered(navigator.storage.getDirectory());
  return root.getDirectoryHandle(FOLDER, { create: true });
}

/** Null when the set or the file is not there. */
export async function storedFile(id: string, name: string): Promise<File | null> {
  try {
    const folder = await (await setsFolder()).getDirectoryHandle(id);
    return await (await folder.getFileHandle(name)).getFile();
  } catch {
    return null;
  }
}

/** Whole sets, by name. Files are not read: the engine checks them when it loads them. */
export async function listStoredSets(): Promise<readonly StoredSet[]> {
  const sets: StoredSet[] = [];
  try {
    for await (const id of (await setsFolder()).keys()) {
      const set = await storedSet(id);
      if (set) sets.push(set);
    }
  } catch {
    return [];
  }
  return sets.sort((a, b) => a.name.localeCompare(b.name));
}

async function storedSet(id: string): Promise<StoredSet | null> {
  const text = await (await storedFile(id, MANIFEST_NAME))?.text();
  const parsed = parseManifest(text ?? '');
  if (!parsed.ok || parsed.manifest.id !== id) return null;
  return { id, name: parsed.manifest.name, bytes: setBytes(parsed.manifest) };
}

/** Does nothing when there is none. */
export async function removeStoredSet(id: string): Promise<void> {
  const sets = await setsFolder();
  await sets.removeEntry(id, { recursive: true }).catch(() => {});
}
