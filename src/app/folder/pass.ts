import { fileAt, type Stamp, stampOf, writeFile } from '../../disk/files.ts';
import { agreed, type KnownFile, type Verdict, verdictOn } from '../../disk/plan.ts';
import { type DiskError, troubleOf } from '../../disk/trouble.ts';
import type { AskedFile } from './folder-state.ts';
import { digestOf, type FolderFile } from './rendering.ts';

/** What was last seen to agree, and how to tell that nobody wrote since. */
export type Known = KnownFile & Stamp;

/** Stands for a file that was just taken over: whatever the document says of it next is what it stands for. */
export const TAKEN = 'taken';

/** What one look through the folder came to. */
export interface Outcome {
  readonly known: ReadonlyMap<string, Known>;
  /** Files that were written. */
  readonly written: number;
  /** That should have been and were not. */
  readonly waiting: number;
  readonly asked: readonly AskedFile[];
  /** Paths of labels that only the disk has. */
  readonly takes: readonly string[];
  readonly trouble: DiskError | null;
}

/** A file of the disk as it is now. */
interface Found {
  readonly digest: string | null;
  readonly stamp: Stamp | null;
}

/** Compares the files with those in the folder, and writes where only this app has changed them. */
export async function runPass(
  signal: AbortSignal,
  root: FileSystemDirectoryHandle,
  files: readonly FolderFile[],
  before: ReadonlyMap<string, Known>,
): Promise<Outcome> {
  const known = new Map(before);
  const asked: AskedFile[] = [];
  const takes: string[] = [];
  let [written, waiting] = [0, 0];
  let trouble: DiskError | null = null;
  for (const file of files) {
    signal.throwIfAborted();
    try {
      const verdict = await settle(root, file, known);
      if (verdict === 'write') written += 1;
      if (verdict === 'take') takes.push(file.path);
      if (verdict === 'ask') {
        const isDeleted = (await fileAt(root, file.path)) === null;
        asked.push({ path: file.path, isDeleted });
      }
    } catch (error) {
      trouble ??= troubleOf(error, file.path);
      waiting += 1;
    }
  }
  return { known, written, waiting, asked, takes, trouble };
}

async function settle(
  root: FileSystemDirectoryHandle,
  file: FolderFile,
  known: Map<string, Known>,
): Promise<Verdict> {
  const was = known.get(file.path);
  const last = was?.wanted === TAKEN ? { ...was, wanted: file.digest } : (was ?? null);
  let found = await look(root, file.path, last);
  let verdict = verdictOn(file, last, found.digest);
  if (verdict === 'write' && found.digest !== null) {
    // Read as a whole right before it is written over: a time stamp is no proof.
    found = await look(root, file.path, null);
    verdict = verdictOn(file, last, found.digest);
  }
  if (verdict === 'write') {
    const stamp = await writeFile(root, file.path, file.content);
    known.set(file.path, { file: file.digest, wanted: file.digest, ...stamp });
  }
  if (verdict === 'same') remember(known, file, last, found);
  return verdict;
}

function remember(
  known: Map<string, Known>,
  { path, digest }: FolderFile,
  last: KnownFile | null,
  { digest: there, stamp }: Found,
): void {
  const next = there === digest ? agreed(there, digest) : last;
  if (there === null || !next || !stamp) known.delete(path);
  else known.set(path, { ...next, ...stamp });
}

async function look(
  root: FileSystemDirectoryHandle,
  path: string,
  known: (KnownFile & Partial<Stamp>) | null,
): Promise<Found> {
  const file = await fileAt(root, path);
  if (!file) return { digest: null, stamp: null };
  const stamp = stampOf(file);
  const isUntouched = known?.modified === stamp.modified && known.size === stamp.size;
  return { digest: isUntouched ? known.file : await digestOf(file), stamp };
}

/** What is there now, as something that has been seen. */
export async function seen(
  root: FileSystemDirectoryHandle,
  path: string,
  wanted: string,
): Promise<Known | null> {
  const file = await fileAt(root, path);
  return file && { file: await digestOf(file), wanted, ...stampOf(file) };
}
