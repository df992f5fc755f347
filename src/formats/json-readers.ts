import * as v from 'valibot';
import { type CocoCatalog, readCoco } from './coco/read.ts';
import { isPanoptic, readPanoptic } from './coco/read-panoptic.ts';
import { isCocoResults, readCocoResults } from './coco/results.ts';
import { isCreateMl, readCreateMl } from './createml/read.ts';
import { isDatumaro, readDatumaro } from './datumaro/read.ts';
import { isLabelStudio, readLabelStudio } from './label-studio/read.ts';
import { readLabelme } from './labelme/read.ts';
import type { MaskPng } from './png/decode.ts';
import { FormatError } from './problems.ts';
import type { Reading } from './reading/reading.ts';
import { jsonFormat } from './reading/recognised.ts';
import { isSa1b, readSa1b } from './sa1b/read.ts';
import {
  isSupervisely,
  isSuperviselyMeta,
  readSupervisely,
  readSuperviselyMeta,
} from './supervisely/read.ts';
import { isVia, readVia } from './via/read.ts';

export interface JsonFile {
  readonly path: string;
  readonly json: unknown;
}

/** What JSON files of one data set share. */
export interface JsonContext {
  readonly reading: Reading;
  /** Catalogs of COCO's files read so far. */
  readonly catalogs: CocoCatalog[];
  /** What only makes sense once all other files are read. */
  readonly later: (() => void)[];
  /** The picture of panoptic segments that a file names; null: it isn't there. */
  segmentsPng(jsonPath: string, name: string): Promise<MaskPng | null>;
}

interface JsonReader {
  is(json: unknown): boolean;
  read(file: JsonFile, context: JsonContext): void | Promise<void>;
}

const has = (...keys: readonly string[]) => {
  const entries = Object.fromEntries(keys.map((key) => [key, v.unknown()]));
  return (json: unknown) => !Array.isArray(json) && v.is(v.object(entries), json);
};

/** The first that recognises a file reads it. */
const READERS: readonly JsonReader[] = [
  {
    is: isPanoptic,
    read: ({ path, json }, { reading, segmentsPng }) =>
      readPanoptic(path, json, (name) => segmentsPng(path, name), reading),
  },
  {
    is: has('images', 'annotations'),
    read({ path, json }, { reading, catalogs }) {
      catalogs.push(readCoco(path, json, reading));
    },
  },
  {
    is: isCocoResults,
    read({ path, json }, { reading, catalogs, later }) {
      later.push(() => readCocoResults(path, json, catalogs, reading));
    },
  },
  { is: has('shapes'), read: ({ path, json }, { reading }) => readLabelme(path, json, reading) },
  { is: isDatumaro, read: ({ path, json }, { reading }) => readDatumaro(path, json, reading) },
  { is: isSa1b, read: ({ path, json }, { reading }) => readSa1b(path, json, reading) },
  { is: isSuperviselyMeta, read: ({ json }, { reading }) => readSuperviselyMeta(json, reading) },
  {
    is: isSupervisely,
    read: ({ path, json }, { reading }) => readSupervisely(path, json, reading),
  },
  {
    is: isLabelStudio,
    read: ({ path, json }, { reading }) => readLabelStudio(path, json, reading),
  },
  { is: isCreateMl, read: ({ path, json }, { reading }) => readCreateMl(path, json, reading) },
  { is: isVia, read: ({ path, json }, { reading }) => readVia(path, json, reading) },
];

/** Throws a FormatError for what no reader knows. */
export async function readJsonLabels(file: JsonFile, context: JsonContext): Promise<void> {
  const reader = READERS.find(({ is }) => is(file.json));
  if (reader) return reader.read(file, context);
  const format = jsonFormat(file.json);
  if (format === 'nothing') return;
  throw new FormatError(format ? { kind: 'not-read', format } : { kind: 'not-a-format' });
}
