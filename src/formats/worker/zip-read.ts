import {
  BlobReader,
  configure,
  type FileEntry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { LIMITS } from '../limits.ts';
import { FormatError, type ReadProblem } from '../problems.ts';
import { type SourceFile, safePath } from '../sources.ts';

// This is a worker already.
configure({ useWebWorkers: false });

/**
 * The files in a zip; only its list is read now. Paths that would climb out of it are passed to
 * `refuse`. Throws a FormatError for what is no zip or holds too many files.
 */
export async function openZip(
  zip: Blob,
  refuse: (path: string, problem: ReadProblem) => void,
): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  try {
    // One bad name would spoil the whole zip; here it only spoils its file.
    const reader = new ZipReader(new BlobReader(zip), {
      filenameValidation: 'tolerant',
      // The same packed bytes under many names would unpack to anything.
      checkOverlappingEntry: true,
    });
    for await (const entry of reader.getEntriesGenerator()) {
      if (files.length >= LIMITS.files) throw new FormatError({ kind: 'too-many' });
      if (!entry.directory) addEntry(entry, files, refuse);
    }
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError({ kind: 'broken', as: 'zip' });
  }
  return files;
}

function addEntry(
  entry: FileEntry,
  files: SourceFile[],
  refuse: (path: string, problem: ReadProblem) => void,
): void {
  try {
    const path = safePath(entry.filename);
    files.push({ path, size: entry.uncompressedSize, read: (most) => unpack(entry, most) });
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    refuse(entry.filename, error.problem);
  }
}

/** A file that unpacks to more than it claims is broken, or a bomb. */
async function unpack(entry: FileEntry, most = Infinity): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const collector = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) throw new RangeError('more than it claims');
      chunks.push(chunk);
      if (bytes >= most) throw new RangeError('enough');
    },
  });
  try {
    await entry.getData(collector);
  } catch {
    if (bytes < most) throw new FormatError({ kind: 'broken', as: 'zip' });
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
