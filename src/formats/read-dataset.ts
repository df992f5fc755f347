import { byRank, classLines, isFaultyYaml } from './classes/class-lists.ts';
import { nearest, type SaidIn } from './classes/nearest.ts';
import { segmentPngs } from './coco/segment-pngs.ts';
import { isBoxTable, isClassTable, readBoxTable } from './csv/read.ts';
import { readCvat } from './cvat/read.ts';
import type { DatasetPhoto } from './dataset.ts';
import { looksLikeDota, readDota } from './dota/read.ts';
import { type JsonContext, readJsonLabels } from './json-readers.ts';
import { readLabelConfig } from './label-studio/config.ts';
import { pictureSize } from './photos/picture-size.ts';
import { cityscapesLegend } from './png/cityscapes.ts';
import { decodeMaskPng, type MaskPng } from './png/decode.ts';
import { type Legend, legendFromList, legendFromTable, legendFromText } from './png/legend.ts';
import { type MaskFacts, readMaskPng } from './png/read.ts';
import { maskFromRgba, withHardEdges } from './png/soft-mask.ts';
import { isMaskTable, maskLines } from './png/tables.ts';
import { FormatError } from './problems.ts';
import { checkedSize, LIMITS } from './reading/limits.ts';
import { createReading, type Reading } from './reading/reading.ts';
import { fileFormat, textFormat } from './reading/recognised.ts';
import type { ReadResult } from './reading/result.ts';
import { readBytes, readText, type SourceFile } from './reading/sources.ts';
import { placeKey, type SortedFiles, sortFiles } from './sort-files.ts';
import { parseJson } from './text/json.ts';
import { parseCsv } from './text/table.ts';
import { parseXmlRoot } from './text/xml-reader.ts';
import { readVoc } from './voc/read.ts';
import type { Pixels } from './writing/writer.ts';
import { looksLikeYolo, readYolo, type YoloSet, yoloSet } from './yolo/read.ts';

/** The file's text; that its encoding was guessed is noted. */
function textFrom(file: SourceFile, reading: Reading): Promise<string> {
  return readText(file, (encoding) =>
    reading.note(file.path, { kind: 'guessed-encoding', encoding }),
  );
}

/** The pixels of a picture; null for what can't be shown. */
export type DecodePicture = (bytes: Uint8Array<ArrayBuffer>) => Promise<Pixels | null>;

/** What several files of a data set share. */
interface Context extends JsonContext {
  readonly decode: DecodePicture;
  /** YOLO's classes by number; what counts first at one place comes first. */
  readonly yoloNames: readonly SaidIn<readonly string[]>[];
  readonly yoloSets: readonly SaidIn<YoloSet>[];
  readonly legends: readonly SaidIn<Legend>[];
  /** For masks without a legend. */
  readonly lists: readonly SaidIn<readonly string[]>[];
  readonly maskLines: ReadonlyMap<string, NonNullable<MaskFacts['lines']>>;
  /** Pictures of numbered objects, by the place of their photo. */
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
  decode: DecodePicture = async () => null,
): Promise<ReadResult> {
  let at = 0;
  let count = 0;
  const reading = createReading(open, brought, (share) => onProgress(at + share, count));
  const sorted = sortFiles(files, open);
  const context = await contextOf(sorted, reading, decode);
  const toRead = readersOf(sorted, context);
  count = toRead.length;
  let bytes = 0;
  for (const [i, { file, read }] of toRead.entries()) {
    at = i;
    onProgress(at, count);
    bytes += file.size;
    if (bytes > LIMITS.totalBytes) reading.skip(file.path, { kind: 'too-many' });
    else await read(file).catch((error: unknown) => reading.refuse(file.path, error));
  }
  for (const read of context.later) read();
  return reading.result();
}

interface Task {
  readonly file: SourceFile;
  readonly read: (file: SourceFile) => Promise<void>;
}

function readersOf(
  { json, xml, text, tables, masks, others }: SortedFiles,
  context: Context,
): Task[] {
  const tasks = (
    files: readonly SourceFile[],
    read: (file: SourceFile, in_: Context) => Promise<void>,
  ) => files.map((file) => ({ file, read: () => read(file, context) }));
  return [
    ...tasks(json, readJson),
    ...tasks(xml, readXml),
    ...tasks(text, readLabelText),
    ...tasks(tables, readTable),
    ...tasks(masks, readMask),
    ...tasks(others, refuseByName),
  ];
}

async function readJson(file: SourceFile, context: Context): Promise<void> {
  const json = parseJson(await textFrom(file, context.reading));
  await readJsonLabels({ path: file.path, json }, context);
}

async function readTable(file: SourceFile, { reading }: Context): Promise<void> {
  const rows = parseCsv(await textFrom(file, reading));
  if (isBoxTable(rows)) readBoxTable(file.path, rows, reading);
  else if (!isMaskTable(rows) && !legendFromTable(rows) && !isClassTable(rows))
    throw new FormatError({ kind: 'not-a-format' });
}

async function refuseByName({ path }: SourceFile): Promise<void> {
  throw new FormatError({ kind: 'not-read', format: fileFormat(path) ?? '' });
}

async function readXml(file: SourceFile, { reading, objectPngs }: Context): Promise<void> {
  const root = parseXmlRoot(await textFrom(file, reading));
  if (root.name === 'annotations') return readCvat(file.path, root, reading);
  if (root.name === 'View') return readLabelConfig(root, reading);
  if (root.name !== 'annotation') throw new FormatError({ kind: 'not-a-format' });
  const png = objectPngs.get(placeKey(file.path));
  readVoc(file.path, root, png ? await decodeMaskPng(await readBytes(png)) : null, reading);
}

async function readLabelText(file: SourceFile, context: Context): Promise<void> {
  const text = await textFrom(file, context.reading);
  if (looksLikeDota(text)) return readDota(file.path, text, context.reading);
  const format = textFormat(text);
  if (format) throw new FormatError({ kind: 'not-read', format });
  if (!looksLikeYolo(text)) throw new FormatError({ kind: 'not-a-format' });
  const names = nearest(context.yoloNames, file.path) ?? null;
  const keypoints = nearest(context.yoloSets, file.path)?.keypoints ?? null;
  readYolo(file.path, text, { names, keypoints }, context.reading);
}

async function readMask(file: SourceFile, context: Context): Promise<void> {
  const { path } = file;
  const isOfClasses = /(^|\/)segmentationclass\//i.test(path);
  const objectPng = isOfClasses ? context.objectPngs.get(placeKey(path)) : undefined;
  const list = nearest(context.lists, path);
  const facts = {
    lines: context.maskLines.get(path),
    legend:
      cityscapesLegend(path) ??
      nearest(context.legends, path) ??
      (list ? legendFromList(list) : null),
    objects: objectPng ? await decodeMaskPng(await readBytes(objectPng)) : null,
  };
  const png = await maskPicture(file, facts.legend !== null || facts.lines !== undefined, context);
  readMaskPng(path, png, facts, context.reading);
}

/** A PNG, whose numbers may be named, or what else the browser shows: of that only black and white is left. */
async function maskPicture(
  file: SourceFile,
  isNamed: boolean,
  { reading, decode }: Context,
): Promise<MaskPng> {
  const bytes = await readBytes(file);
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50;
  if (isPng || /\.png$/i.test(file.path)) {
    const png = await decodeMaskPng(bytes);
    const hard = isNamed ? null : withHardEdges(png);
    if (hard) reading.note(file.path, { kind: 'thresholded' });
    return hard ?? png;
  }
  const size = pictureSize(bytes);
  if (size) checkedSize(size.width, size.height);
  const picture = size && (await decode(bytes));
  if (!picture) {
    const format = file.path.slice(file.path.lastIndexOf('.') + 1).toUpperCase();
    throw new FormatError({ kind: 'not-read', format });
  }
  reading.note(file.path, { kind: 'thresholded' });
  return maskFromRgba(picture.rgba, picture.size);
}

async function contextOf(
  sorted: SortedFiles,
  reading: Reading,
  decode: DecodePicture,
): Promise<Context> {
  /** What reading the files gives; without those that are broken, which is noted. */
  async function from<T>(
    files: readonly SourceFile[],
    read: (text: string) => T,
  ): Promise<SaidIn<T>[]> {
    const all: SaidIn<T>[] = [];
    for (const file of files) {
      try {
        all.push({ path: file.path, says: read(await textFrom(file, reading)) });
      } catch (error) {
        reading.refuse(file.path, error);
      }
    }
    return all;
  }
  const lists = await from(byRank(sorted.classLists), classLines);
  const yoloSets = await from(byRank(sorted.yaml), yoloSet);
  const yoloNames = [
    ...yoloSets.flatMap(({ path, says }) => (says.names ? [{ path, says: says.names }] : [])),
    ...lists,
  ];
  if (yoloNames.length === 0) {
    for (const { path } of yoloSets.filter(isFaultyYaml)) {
      reading.skip(path, { kind: 'unexpected', at: 'names' });
    }
  }
  const maps = await from(sorted.labelMaps, legendFromText);
  const tables = await from(sorted.tables, parseCsv);
  const legends = tables.flatMap(({ path, says }) => {
    const legend = legendFromTable(says);
    return legend ? [{ path, says: legend }] : [];
  });
  return {
    reading,
    decode,
    catalogs: [],
    later: [],
    segmentsPng: segmentPngs(sorted.segmentPngs),
    lists,
    yoloNames,
    yoloSets: yoloSets.filter(({ says }) => says.names ?? says.keypoints),
    legends: [...maps, ...legends],
    maskLines: maskLines(tables),
    objectPngs: new Map(sorted.objectPngs.map((file) => [placeKey(file.path), file])),
  };
}
