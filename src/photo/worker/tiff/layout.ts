import type { Size } from '../../../geometry/spaces.ts';
import { TIFF, type TiffDirectory, tiffNumber, tiffSizeOf } from './directory.ts';

export const COMPRESSION = {
  none: 1,
  modifiedHuffman: 2,
  group3: 3,
  group4: 4,
  lzw: 5,
  jpeg: 7,
  deflate: 8,
  deflateOld: 32946,
  packBits: 32773,
} as const;

export const PHOTOMETRIC = {
  whiteIsZero: 0,
  blackIsZero: 1,
  rgb: 2,
  palette: 3,
  cmyk: 5,
  ycbcr: 6,
  cielab: 8,
  icclab: 9,
} as const;

/** Limit for all tiles together, what hangs over the photo included. */
const MAX_BLOCK_PIXELS = 2 ** 28;

/** A strip or a tile: the photo lies in equal ones, row by row, plane by plane. */
interface Block {
  readonly offset: number;
  readonly bytes: number;
}

/** How a page's samples are stored. */
export interface TiffLayout {
  readonly size: Size;
  /** Bits of each sample of a pixel. */
  readonly bits: readonly number[];
  /** 1: unsigned integers, 2: signed ones, 3: floats. */
  readonly sampleFormat: number;
  readonly photometric: number;
  readonly compression: number;
  readonly predictor: number;
  /** The lowest bit of a byte comes first. */
  readonly isReversed: boolean;
  /** Each sample has blocks of its own. */
  readonly isPlanar: boolean;
  readonly blockSize: Size;
  readonly isTiled: boolean;
  /** How many pixels share a colour, across and down, in YCbCr. */
  readonly subsampling: readonly [number, number];
  /** What each sample behind the colours is: 1 and 2 are alpha. */
  readonly extraSamples: readonly number[];
}

/** Null when the file doesn't say how large it is. */
export function layoutOf(page: TiffDirectory): TiffLayout | null {
  const size = tiffSizeOf(page);
  if (!size) return null;
  const samples = tiffNumber(page, TIFF.samplesPerPixel, page.get(TIFF.bitsPerSample)?.length ?? 1);
  const bits = page.get(TIFF.bitsPerSample) ?? [1];
  const isTiled = page.has(TIFF.tileWidth);
  const [across = 2, down = 2] = page.get(TIFF.chromaSubsampling) ?? [];
  return {
    size,
    bits: Array.from({ length: Math.min(samples, 1 << 16) }, (_, i) => bits[i] ?? bits[0] ?? 1),
    sampleFormat: tiffNumber(page, TIFF.sampleFormat, 1),
    photometric: tiffNumber(
      page,
      TIFF.photometric,
      samples >= 3 ? PHOTOMETRIC.rgb : PHOTOMETRIC.blackIsZero,
    ),
    compression: tiffNumber(page, TIFF.compression, COMPRESSION.none),
    predictor: tiffNumber(page, TIFF.predictor, 1),
    isReversed: tiffNumber(page, TIFF.fillOrder, 1) === 2,
    isPlanar: samples > 1 && tiffNumber(page, TIFF.planes, 1) === 2,
    isTiled,
    blockSize: isTiled
      ? { width: tiffNumber(page, TIFF.tileWidth, 0), height: tiffNumber(page, TIFF.tileHeight, 0) }
      : { width: size.width, height: rowsPerStrip(page, size) },
    subsampling: [across, down],
    extraSamples: page.get(TIFF.extraSamples) ?? [],
  };
}

function rowsPerStrip(page: TiffDirectory, { height }: Size): number {
  const rows = tiffNumber(page, TIFF.rowsPerStrip, height);
  return rows > 0 ? Math.min(rows, height) : height;
}

/** Samples that lie beside each other in a block. */
export function samplesTogether({ isPlanar, bits }: TiffLayout): number {
  return isPlanar ? 1 : bits.length;
}

/** Bytes of a block of so many rows, unpacked. */
export function bytesOfRows(layout: TiffLayout, rows: number): number {
  const { bits, blockSize, isPlanar, photometric, compression, subsampling } = layout;
  if (photometric === PHOTOMETRIC.ycbcr && compression !== COMPRESSION.jpeg && !isPlanar) {
    const [across, down] = subsampling;
    const units = Math.ceil(blockSize.width / across) * Math.ceil(rows / down);
    return units * (across * down + 2);
  }
  const together = isPlanar ? (bits[0] ?? 1) : bits.reduce((sum, n) => sum + n, 0);
  return Math.ceil((blockSize.width * together) / 8) * rows;
}

/** Rows of a block that are the photo's; tiles are stored whole. */
export function rowsAt({ size, blockSize, isTiled }: TiffLayout, y: number): number {
  return isTiled ? blockSize.height : Math.min(blockSize.height, size.height - y);
}

function blockCount({ size, blockSize, isPlanar, bits }: TiffLayout): number {
  const across = Math.ceil(size.width / blockSize.width);
  const down = Math.ceil(size.height / blockSize.height);
  return across * down * (isPlanar ? bits.length : 1);
}

/** Throws where blocks are missing, or would keep us busy for minutes. */
export function blocksOf(page: TiffDirectory, layout: TiffLayout, fileBytes: number): Block[] {
  const { blockSize, isTiled } = layout;
  const all = (own: number, other: number) => page.get(own) ?? page.get(other) ?? [];
  const [offsets, lengths] = isTiled
    ? [all(TIFF.tileOffsets, TIFF.stripOffsets), all(TIFF.tileBytes, TIFF.stripBytes)]
    : [all(TIFF.stripOffsets, TIFF.tileOffsets), all(TIFF.stripBytes, TIFF.tileBytes)];
  const count = blockCount(layout);
  if (!(count <= offsets.length)) throw new Error('parts are missing');
  if (!(count * blockSize.width * blockSize.height <= MAX_BLOCK_PIXELS)) {
    throw new Error('parts too large');
  }
  const isPacked = layout.compression !== COMPRESSION.none;
  const most = bytesOfRows(layout, blockSize.height);
  const sorted = isPacked ? [...offsets].sort((a, b) => a - b) : [];
  return offsets.slice(0, count).map((offset, i) => {
    const said = lengths[i] ?? 0;
    if (offset === 0 && said === 0) return { offset, bytes: 0 };
    if (isPacked) return { offset, bytes: said || lengthUntilNext(sorted, offset, fileBytes) };
    // Old writers leave the counts out, or say too much.
    const rows =
      Math.floor(i % Math.ceil(layout.size.height / blockSize.height)) * blockSize.height;
    const needed = isTiled ? most : bytesOfRows(layout, rowsAt(layout, rows));
    return { offset, bytes: said === 0 ? needed : Math.min(said, needed) };
  });
}

function lengthUntilNext(sorted: readonly number[], offset: number, fileBytes: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return (sorted[low] ?? fileBytes) - offset;
}
