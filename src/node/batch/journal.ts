import { closeSync, existsSync, openSync, readSync, truncateSync, writeSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { Failure } from '../failure.ts';
import { wholeLines } from './lines.ts';

/** What a run was asked for, as JSON has it: it goes on only with the same. */
export type Settings = Readonly<Record<string, unknown>>;

/** How what is done is written as JSON, and read. */
export interface EntryKind<Entry> {
  pack(entry: Entry): object;
  unpack(key: string, packed: unknown): Entry;
}

/**
 * What was done, a line each, in the order in which it was done. A line that was broken off, as by a full disk, is
 * taken back when it is opened again; what failed is tried again.
 */
export interface Journal<Entry> {
  has(key: string): boolean;
  add(key: string, entry: Entry): void;
  fail(key: string, problem: string): void;
  /** By key, whatever was done first. */
  entries(): Iterable<Entry>;
  readonly done: number;
  close(): void;
}

/** Throws a Failure where the file is that of another run. */
export async function openJournal<Entry>(
  path: string,
  settings: Settings,
  { pack, unpack }: EntryKind<Entry>,
): Promise<Journal<Entry>> {
  const places = new Map<string, { readonly start: number; readonly end: number }>();
  let size = 0;
  if (existsSync(path)) {
    for await (const { text, start, end } of wholeLines(path)) {
      if (start === 0) checkSettings(path, text, settings);
      const { key, problem } = JSON.parse(text);
      if (key !== undefined && problem === undefined) places.set(key, { start, end });
      size = end;
    }
    truncateSync(path, size);
  }
  const file = openSync(path, 'a+');
  if (size === 0) write({ settings });

  function write(line: object): { start: number; end: number } {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    const start = size;
    size += bytes.length;
    return { start, end: size };
  }

  return {
    has: (key) => places.has(key),
    add: (key, entry) => void places.set(key, write({ key, ...pack(entry) })),
    fail: (key, problem) => void write({ key, problem }),
    *entries() {
      for (const key of [...places.keys()].sort()) {
        const { start, end } = places.get(key) ?? { start: 0, end: 0 };
        const bytes = Buffer.alloc(end - start);
        readSync(file, bytes, 0, bytes.length, start);
        yield unpack(key, JSON.parse(bytes.toString('utf8')));
      }
    },
    get done() {
      return places.size;
    },
    close: () => closeSync(file),
  };
}

/** Those of another run's journal, which is left as it is: somebody may be writing it. */
export async function* readEntries<Entry>(
  path: string,
  settings: Settings,
  { unpack }: Pick<EntryKind<Entry>, 'unpack'>,
): AsyncGenerator<{ readonly key: string; readonly entry: Entry }> {
  for await (const { text, start } of wholeLines(path)) {
    if (start === 0) checkSettings(path, text, settings);
    const line = JSON.parse(text);
    const { key, problem } = line;
    if (key !== undefined && problem === undefined) yield { key, entry: unpack(key, line) };
  }
}

function checkSettings(path: string, line: string, settings: Settings): void {
  const known: Settings = JSON.parse(line).settings ?? {};
  const names = Object.keys({ ...known, ...settings });
  const other = names.find((name) => !isDeepStrictEqual(known[name], settings[name]));
  if (other === undefined) return;
  const said = `${JSON.stringify(known[other])} there, ${JSON.stringify(settings[other])} now`;
  throw new Failure(`${path} is of a run with another ${other} (${said}); choose another --out`);
}
