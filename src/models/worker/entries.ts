import {
  BlobReader,
  configure,
  ERR_UNSAFE_FILENAME,
  type FileEntry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { SetProblemError } from '../problems.ts';
import type { SetFiles } from '../protocol.ts';

/** One file of what the person chose. */
export interface Entry {
  readonly path: string;
  /** As stated; what is read is counted. */
  readonly bytes: number;
  /** Pours the content into the sink; rejects with what the sink throws. */
  readonly pour: (sink: WritableStream<Uint8Array>) => Promise<void>;
}

/** More than any model set has, few enough to list. */
const MOST_ENTRIES = 1000;

// This is a worker already.
configure({ useWebWorkers: false });

export function openEntries(files: SetFiles): Promise<readonly Entry[]> {
  return files.kind === 'zip' ? openZip(files.file) : Promise.resolve(openFolder(files));
}

function openFolder({ files }: Extract<SetFiles, { kind: 'folder' }>): readonly Entry[] {
  if (files.length > MOST_ENTRIES) throw tooMany();
  return files.map(({ path, file }) => ({
    path,
    bytes: file.size,
    pour: (sink) => file.stream().pipeTo(sink),
  }));
}

/** Reads the directory at the archive's end; contents are read piece by piece, when poured. */
async function openZip(file: File): Promise<readonly Entry[]> {
  const reader = new ZipReader(new BlobReader(file), { checkOverlappingEntry: true });
  const entries: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length >= MOST_ENTRIES) throw tooMany();
      if (entry.encrypted) throw new SetProblemError({ kind: 'encrypted' });
      if (!entry.directory) entries.push(entryOf(entry));
    }
  } catch (error) {
    throw directoryProblem(error);
  }
  return entries;
}

function entryOf(entry: FileEntry): Entry {
  const name = entry.filename;
  return {
    path: name,
    bytes: entry.uncompressedSize,
    pour: async (sink) => {
      await entry.getData(sink).catch((error: unknown) => {
        throw isOwn(error) ? error : new SetProblemError({ kind: 'damaged', name });
      });
    },
  };
}

/** The library checks names itself, before paths.ts does. */
function directoryProblem(error: unknown): SetProblemError {
  if (error instanceof SetProblemError) return error;
  const isUnsafe = error instanceof Error && error.message === ERR_UNSAFE_FILENAME;
  if (!isUnsafe) return new SetProblemError({ kind: 'not-a-zip' });
  const name = 'filename' in error ? String(error.filename) : '';
  return new SetProblemError({ kind: 'unsafe-name', name });
}

/** What the sink threw, or the disk; anything else is the archive's fault. */
function isOwn(error: unknown): boolean {
  return error instanceof SetProblemError || error instanceof DOMException;
}

function tooMany(): SetProblemError {
  return new SetProblemError({ kind: 'too-many-files', limit: MOST_ENTRIES });
}
