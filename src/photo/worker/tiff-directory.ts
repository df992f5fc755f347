import type { Size } from '../../geometry/spaces.ts';
import { type Reader, readerOf } from './complete/bytes.ts';

/** The first image file directory: numbers by tag. Text, fractions and unknown types are left out. */
export type TiffDirectory = ReadonlyMap<number, readonly number[]>;

export const TIFF = {
  subfileType: 254,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  make: 271,
  stripOffsets: 273,
  orientation: 274,
  samplesPerPixel: 277,
  stripBytes: 279,
  planes: 284,
  predictor: 317,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  subDirectories: 330,
  extraSamples: 338,
  sampleFormat: 339,
  dngVersion: 50706,
} as const;

/** Bytes per value by type: bytes, text, shorts, longs, fractions and floats. */
const TYPE_BYTES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/** Of all entries together, which may all point at the same place; no photo needs more. */
const MAX_VALUES = 1 << 20;

/** Null when the directory, or a value it points at, lies past the end of the file. */
export function readTiffDirectory(bytes: Uint8Array): TiffDirectory | null {
  const reader = readerOf(bytes, bytes[0] === 0x49);
  const start = reader.u32(4);
  const count = reader.u16(start);
  if (!(start + 2 + count * 12 <= bytes.length)) return null;
  const directory = new Map<number, readonly number[]>();
  let most = MAX_VALUES;
  for (let i = 0; i < count; i += 1) {
    const at = start + 2 + i * 12;
    const values = readValues(reader, at, most);
    if (!values) return null;
    if (values.length > 0) directory.set(reader.u16(at), values);
    most -= values.length;
  }
  return directory;
}

/** An entry: tag, type, count, then the values or where they are; more than `most` are left out. */
function readValues(reader: Reader, at: number, most: number): number[] | null {
  const type = reader.u16(at + 2);
  const size = TYPE_BYTES[type] ?? 0;
  const count = reader.u32(at + 4);
  const start = size * count <= 4 ? at + 8 : reader.u32(at + 8);
  if (!(start + size * count <= reader.length)) return null;
  const read = readerOfType(reader, type);
  if (!read || count > most) return [];
  return Array.from({ length: count }, (_, i) => read(start + i * size));
}

/** Undefined for the types that no tag we need has. */
function readerOfType(reader: Reader, type: number): Reader['u8'] | undefined {
  return { 1: reader.u8, 2: reader.u8, 3: reader.u16, 4: reader.u32, 7: reader.u8 }[type];
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
