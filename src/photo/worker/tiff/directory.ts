import type { Size } from '../../../geometry/spaces.ts';
import { type Reader, readerOf } from '../complete/bytes.ts';

/** An image file directory: numbers by tag. Text is character codes; fractions and unknown types are left out. */
export type TiffDirectory = ReadonlyMap<number, readonly number[]>;

export const TIFF = {
  subfileType: 254,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  make: 271,
  stripOffsets: 273,
  orientation: 274,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  planes: 284,
  group3Options: 292,
  predictor: 317,
  colorMap: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  subDirectories: 330,
  extraSamples: 338,
  sampleFormat: 339,
  jpegTables: 347,
  chromaSubsampling: 530,
  iccProfile: 34675,
  noData: 42113,
  dngVersion: 50706,
} as const;

/** Bytes per value by type: bytes, text, shorts, longs, fractions, floats, then BigTIFF's own. */
const TYPE_BYTES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

/** Limit for all entries together, which may all point at the same place; no photo needs more. */
const MAX_VALUES = 1 << 20;
/** A scan of a microscope has thousands of pages, all alike. */
const MAX_PAGES = 64;

/** How wide counts and addresses are: 4 bytes, in BigTIFF 8. */
interface Layout {
  readonly reader: Reader;
  readonly countBytes: number;
  readonly wordBytes: number;
  readonly word: (at: number) => number;
}

interface Found {
  readonly directory: TiffDirectory;
  /** Where the next one is; 0: nowhere. */
  readonly next: number;
}

export function isLittleEndian(bytes: Uint8Array): boolean {
  return bytes[0] === 0x49;
}

/**
 * The pages of the file and of its sub-directories, in order. Null when the first one, or a value it
 * points at, lies past the end; later ones that do are left out, and `isWhole` tells.
 */
export function readTiffPages(
  bytes: Uint8Array,
): { readonly pages: readonly TiffDirectory[]; readonly isWhole: boolean } | null {
  const layout = layoutOf(bytes);
  const pages: TiffDirectory[] = [];
  const waiting = [layout.word(layout.wordBytes)];
  const seen = new Set<number>();
  const budget = { values: MAX_VALUES };
  let isWhole = true;
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (at === 0 || seen.has(at) || pages.length >= MAX_PAGES) continue;
    seen.add(at);
    const found = readDirectory(layout, at, budget);
    if (!found && pages.length === 0) return null;
    isWhole &&= found !== null;
    if (!found) continue;
    pages.push(found.directory);
    waiting.push(...(found.directory.get(TIFF.subDirectories) ?? []).slice(0, MAX_PAGES));
    waiting.push(found.next);
  }
  return pages.length > 0 ? { pages, isWhole } : null;
}

/** The first directory alone: how EXIF says what it says. */
export function readTiffDirectory(bytes: Uint8Array): TiffDirectory | null {
  const layout = layoutOf(bytes);
  return (
    readDirectory(layout, layout.word(layout.wordBytes), { values: MAX_VALUES })?.directory ?? null
  );
}

function layoutOf(bytes: Uint8Array): Layout {
  const reader = readerOf(bytes, isLittleEndian(bytes));
  const isBig = reader.u16(2) === 43;
  const word = isBig ? (at: number) => long(reader, at) : reader.u32;
  return { reader, countBytes: isBig ? 8 : 2, wordBytes: isBig ? 8 : 4, word };
}

/** How many more values are read, whoever asks for them. */
interface Budget {
  values: number;
}

function readDirectory(layout: Layout, start: number, budget: Budget): Found | null {
  const { reader, countBytes, wordBytes, word } = layout;
  const count = countBytes === 8 ? word(start) : reader.u16(start);
  const entryBytes = 4 + 2 * wordBytes;
  const end = start + countBytes + count * entryBytes;
  if (!(end <= reader.length)) return null;
  const directory = new Map<number, readonly number[]>();
  for (let i = 0; i < count; i += 1) {
    const at = start + countBytes + i * entryBytes;
    const values = readValues(layout, at, budget);
    if (!values) return null;
    const tag = reader.u16(at);
    if (values.length > 0 && !directory.has(tag)) directory.set(tag, values);
  }
  return { directory, next: word(end) || 0 };
}

/** An entry: tag, type, count, then the values or where they are; more than the budget has are left out. */
function readValues(layout: Layout, at: number, budget: Budget): number[] | null {
  const { reader, wordBytes, word } = layout;
  const type = reader.u16(at + 2);
  const size = TYPE_BYTES[type] ?? 0;
  const count = word(at + 4);
  const inline = at + 4 + wordBytes;
  const start = size * count <= wordBytes ? inline : word(inline);
  if (!(start + size * count <= reader.length)) return null;
  const read = readerOfType(reader, type);
  if (!read || count > budget.values) return [];
  budget.values -= count;
  return Array.from({ length: count }, (_, i) => read(start + i * size));
}

/** Undefined for the types that no tag we need has. */
function readerOfType(reader: Reader, type: number): Reader['u8'] | undefined {
  const whole: Reader['u8'] = (at) => long(reader, at);
  const { u8, u16, u32 } = reader;
  return { 1: u8, 2: u8, 3: u16, 4: u32, 7: u8, 13: u32, 16: whole, 18: whole }[type];
}

/** 64 bits; addresses past 2^53 lie past the end of any file. */
function long(reader: Reader, at: number): number {
  const [high, low] = reader.isLittleEndian ? [at + 4, at] : [at, at + 4];
  return reader.u32(high) * 2 ** 32 + reader.u32(low);
}

export function tiffNumber(directory: TiffDirectory, tag: number, otherwise: number): number {
  return directory.get(tag)?.[0] ?? otherwise;
}

/** Before the orientation is applied; null when the file doesn't say. */
export function tiffSizeOf(directory: TiffDirectory): Size | null {
  const width = tiffNumber(directory, TIFF.width, 0);
  const height = tiffNumber(directory, TIFF.height, 0);
  return width > 0 && height > 0 ? { width, height } : null;
}
