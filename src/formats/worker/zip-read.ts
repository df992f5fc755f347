import {
  BlobReader,
  configure,
  type FileEntry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { FormatError, type ReadProblem } from '../problems.ts';
import { LIMITS } from '../reading/limits.ts';
import { type SourceFile, safePath } from '../reading/sources.ts';
import { decodeText } from '../text/decode.ts';

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
      decodeText: (bytes, encoding) => (encoding === 'utf-8' ? undefined : nameFrom(bytes)),
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

/** A name without the mark of UTF-8; undefined: as DOS wrote it. */
function nameFrom(bytes: Uint8Array): string | undefined {
  if (isFromDos(bytes)) return undefined;
  try {
    return decodeText(bytes).text;
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/** Whose accents stand alone, behind a letter. */
function isFromDos(bytes: Uint8Array): boolean {
  const isAscii = (byte: number | undefined) => byte === undefined || byte < 0x80;
  return bytes.every(
    (byte, i) => isAscii(byte) || (byte <= 0xa5 && isAscii(bytes[i - 1]) && isAscii(bytes[i + 1])),
  );
}

/** Packed as it is, or deflated. */
const KNOWN_PACKINGS = new Set([0, 8]);

function addEntry(
  entry: FileEntry,
  files: SourceFile[],
  refuse: (path: string, problem: ReadProblem) => void,
): void {
  try {
    // Some writers put a slash in front, which unzip drops too.
    const path = safePath(entry.filename.replace(/^[/\\]+/, ''));
    files.push({ path, size: entry.uncompressedSize, read: (most) => unpack(entry, most) });
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    refuse(entry.filename, error.problem);
  }
}

/** A file that unpacks to more than it claims is broken, or a bomb. */
async function unpack(entry: FileEntry, most = Infinity): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.encrypted) throw new FormatError({ kind: 'encrypted' });
  if (!KNOWN_PACKINGS.has(entry.compressionMethod)) {
    throw new FormatError({ kind: 'unknown-packing' });
  }
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
