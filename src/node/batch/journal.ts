import { closeSync, existsSync, openSync, readSync, truncateSync, writeSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { compressCounts, expandCounts } from '../../formats/coco/rle.ts';
import type { CocoId } from '../../formats/dataset.ts';
import type { Size } from '../../geometry/spaces.ts';
import { Failure } from '../failure.ts';
import { wholeLines } from './lines.ts';
import type { Answer, FoundObject, Task } from './task.ts';

/** What a run was asked for, as JSON has it: it goes on only with the same. */
export type Settings = Readonly<Record<string, unknown>>;

/** A photo that is done. */
export interface DonePhoto {
  readonly photo: string;
  readonly size: Size;
  readonly objects: readonly FoundObject[];
  readonly cocoId?: CocoId | undefined;
}

/**
 * What was done, a line a photo, in the order in which it was done. A line that was broken off, as by a full disk,
 * is taken back when it is opened again; a photo that failed is tried again.
 */
export interface Journal {
  has(photo: string): boolean;
  add(task: Task, answer: Answer): void;
  /** By name, whoever was done first. */
  photos(): Iterable<DonePhoto>;
  readonly done: number;
  close(): void;
}

/** Throws a Failure where the file is that of another run. */
export async function openJournal(path: string, settings: Settings): Promise<Journal> {
  const places = new Map<string, { readonly start: number; readonly end: number }>();
  let size = 0;
  if (existsSync(path)) {
    for await (const { text, start, end } of wholeLines(path)) {
      if (start === 0) checkSettings(path, text, settings);
      const { photo, problem } = JSON.parse(text);
      if (photo !== undefined && problem === undefined) places.set(photo, { start, end });
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
    has: (photo) => places.has(photo),
    add({ photo, cocoId }, answer) {
      if (answer.ok) places.set(photo, write(packed({ photo, cocoId, ...answer })));
      else write({ photo, problem: answer.problem });
    },
    *photos() {
      for (const photo of [...places.keys()].sort()) {
        const { start, end } = places.get(photo) ?? { start: 0, end: 0 };
        const bytes = Buffer.alloc(end - start);
        readSync(file, bytes, 0, bytes.length, start);
        yield unpacked(JSON.parse(bytes.toString('utf8')));
      }
    },
    get done() {
      return places.size;
    },
    close: () => closeSync(file),
  };
}

function checkSettings(path: string, line: string, settings: Settings): void {
  const known: Settings = JSON.parse(line).settings ?? {};
  const names = Object.keys({ ...known, ...settings });
  const other = names.find((name) => !isDeepStrictEqual(known[name], settings[name]));
  if (other === undefined) return;
  const said = `${JSON.stringify(known[other])} there, ${JSON.stringify(settings[other])} now`;
  throw new Failure(`${path} is of a run with another ${other} (${said}); choose another --out`);
}

type Packed = Omit<DonePhoto, 'objects'> & {
  readonly objects: readonly (Omit<FoundObject, 'mask'> & { readonly runs: string })[];
};

function packed({ photo, size, objects, cocoId }: DonePhoto): Packed {
  const short = objects.map(({ mask, ...object }) => ({
    ...object,
    runs: compressCounts(mask.runs),
  }));
  return { photo, size, cocoId, objects: short };
}

function unpacked({ objects, size, ...photo }: Packed): DonePhoto {
  const whole = objects.map(({ runs, ...object }) => ({
    ...object,
    mask: { size, runs: Uint32Array.from(expandCounts(runs)) },
  }));
  return { ...photo, size, objects: whole };
}
