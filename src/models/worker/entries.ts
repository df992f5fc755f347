import {
  BlobReader,
  configure,
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
    if (error instanceof SetProblemError) throw error;
    throw new SetProblemError({ kind: 'not-a-zip' });
  }
  return entries;
}

function entryOf(entry: FileEntry): Entry {
  return {
    path: entry.filename,
    bytes: entry.uncompressedSize,
    pour: async (sink) => {
      await entry.getData(sink);
    },
  };
}

function tooMany(): SetProblemError {
  return new SetProblemError({ kind: 'too-many-files', limit: MOST_ENTRIES });
}
