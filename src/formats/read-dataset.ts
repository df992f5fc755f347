import { readCoco } from './coco/read.ts';
import { readCvat } from './cvat/read.ts';
import type { DatasetPhoto } from './dataset.ts';
import { baseName, stemOf } from './file-names.ts';
import { parseJson } from './json.ts';
import { readLabelme } from './labelme/read.ts';
import { LIMITS } from './limits.ts';
import { decodeMaskPng } from './png/decode.ts';
import { type MaskTables, maskTables, readMaskPng } from './png/read.ts';
import { FormatError } from './problems.ts';
import { createReading, type Reading, type ReadResult } from './reading.ts';
import { type SortedFiles, sortFiles } from './sort-files.ts';
import { readBytes, readText, type SourceFile } from './sources.ts';
import { parseCsv } from './table.ts';
import { vocClassNames } from './voc/label-map.ts';
import { readVoc } from './voc/read.ts';
import { parseXmlRoot } from './xml-reader.ts';
import { looksLikeYolo, readYolo, type YoloSet, yoloSet } from './yolo/read.ts';

/** The file's text; that its encoding was guessed is noted. */
function textFrom(file: SourceFile, reading: Reading): Promise<string> {
  return readText(file, (encoding) =>
    reading.note(file.path, { kind: 'guessed-encoding', encoding }),
  );
}

/** What several files of a data set share. */
interface Context {
  readonly reading: Reading;
  readonly yolo: YoloSet;
  readonly tables: MaskTables;
  /** VOC's pictures of numbered objects, by the photo's stem. */
  readonly objectPngs: ReadonlyMap<string, SourceFile>;
}

/**
 * Reads whatever labels are among the files, each by what is in it; several formats may come
 * together. Labels may be for photos that are open or were brought with the files. What can't be used is in the result.
 */
export async function readDataset(
  files: readonly SourceFile[],
  open: readonly DatasetPhoto[],
  brought: readonly DatasetPhoto[] = [],
  onProgress: (done: number, of: number) => void = () => {},
): Promise<ReadResult> {
  const reading = createReading(open, brought);
  const sorted = sortFiles(files);
  const context = await contextOf(sorted, reading);
  const toRead = readersOf(sorted, context);
  let bytes = 0;
  for (const [i, { file, read }] of toRead.entries()) {
    onProgress(i, toRead.length);
    bytes += file.size;
    if (bytes > LIMITS.totalBytes) reading.skip(file.path, { kind: 'too-many' });
    else await read(file).catch((error: unknown) => reading.refuse(file.path, error));
  }
  return reading.result();
}

interface Task {
  readonly file: SourceFile;
  readonly read: (file: SourceFile) => Promise<void>;
}

function readersOf({ json, xml, text, masks }: SortedFiles, context: Context): Task[] {
  const tasks = (
    files: readonly SourceFile[],
    read: (file: SourceFile, in_: Context) => Promise<void>,
  ) => files.map((file) => ({ file, read: () => read(file, context) }));
  return [
    ...tasks(json, readJson),
    ...tasks(xml, readXml),
    ...tasks(text, readLabelText),
    ...tasks(masks, readMask),
  ];
}

async function readJson(file: SourceFile, { reading }: Context): Promise<void> {
  const json = parseJson(await textFrom(file, reading));
  const has = (key: string) =>
    typeof json === 'object' && json !== null && Object.hasOwn(json, key);
  if (has('images') && has('annotations')) readCoco(file.path, json, reading);
  else if (has('shapes')) await readLabelme(file.path, json, reading);
  else throw new FormatError({ kind: 'not-a-format' });
}

async function readXml(file: SourceFile, { reading, objectPngs }: Context): Promise<void> {
  const root = parseXmlRoot(await textFrom(file, reading));
  if (root.name === 'annotations') return readCvat(file.path, root, reading);
  if (root.name !== 'annotation') throw new FormatError({ kind: 'not-a-format' });
  const png = objectPngs.get(baseName(file.path).replace(/\.xml$/i, ''));
  readVoc(file.path, root, png ? await decodeMaskPng(await readBytes(png)) : null, reading);
}

async function readLabelText(file: SourceFile, context: Context): Promise<void> {
  const text = await textFrom(file, context.reading);
  if (!looksLikeYolo(text)) throw new FormatError({ kind: 'not-a-format' });
  readYolo(file.path, text, context.yolo, context.reading);
}

async function readMask(file: SourceFile, { reading, tables }: Context): Promise<void> {
  readMaskPng(file.path, await decodeMaskPng(await readBytes(file)), tables, reading);
}

async function contextOf(sorted: SortedFiles, reading: Reading): Promise<Context> {
  /** What reading the file gives; null when it is missing or broken, which is noted. */
  async function from<T>(
    file: SourceFile | undefined,
    read: (text: string) => T,
  ): Promise<T | null> {
    if (!file) return null;
    try {
      return read(await textFrom(file, reading));
    } catch (error) {
      reading.refuse(file.path, error);
      return null;
    }
  }
  const described = await from(sorted.yaml[0], yoloSet);
  const plain = await from(sorted.classLists[0], linesOf);
  const classes = await from(sorted.labelMaps[0], vocClassNames);
  const tables = await Promise.all(sorted.tables.map((file) => from(file, parseCsv)));
  return {
    reading,
    yolo: described ?? { names: plain, keypoints: null },
    tables: maskTables(
      tables.filter((table) => table !== null),
      classes ?? [],
    ),
    objectPngs: new Map(sorted.objectPngs.map((file) => [stemOf(baseName(file.path)), file])),
  };
}

function linesOf(text: string): string[] {
  return text.trim().split(/\r?\n/);
}
