import type { Size } from '../../geometry/spaces.ts';
import { inflatedBytes } from '../../security/inflated.ts';
import { readerOf } from './complete/bytes.ts';
import { lzwBytes } from './lzw.ts';
import { TIFF, type TiffDirectory, tiffNumber } from './tiff-directory.ts';

const LZW = 5;
const JPEG = 7;
const DEFLATE = [8, 32946];
/** Of all tiles together, what hangs over the photo included. */
const MAX_TILED_PIXELS = 2 ** 28;

/** A photo's strips or tiles. */
interface Pieces {
  readonly packed: readonly Uint8Array<ArrayBuffer>[];
  /** All of them together, unpacked. */
  readonly pixels: number;
}

/**
 * Throws where strips or tiles would keep utif2 busy for minutes, or unpack to more than the photo
 * that the header promises: utif2 itself unpacks whatever there is, and looks at its size later.
 */
export async function checkPieces(
  bytes: Uint8Array<ArrayBuffer>,
  directory: TiffDirectory,
  size: Size,
): Promise<void> {
  const { packed, pixels } = piecesOf(bytes, directory, size);
  if (packed.reduce((sum, { length }) => sum + length, 0) > bytes.length) {
    throw new Error('the same bytes for several parts');
  }
  const bits = tiffNumber(directory, TIFF.bitsPerSample, 1);
  const samples = tiffNumber(directory, TIFF.samplesPerPixel, 1);
  // Rows start at whole bytes, and some writers fill the last part up.
  let left = 2 * ((pixels * bits * samples) / 8 + pixels);
  const compression = tiffNumber(directory, TIFF.compression, 1);
  for (const piece of packed) {
    if (compression === LZW) left -= lzwBytes(piece) ?? Number.POSITIVE_INFINITY;
    if (compression === JPEG) left -= jpegPixels(piece);
    // What is damaged behind its beginning utif2 finds as well.
    if (DEFLATE.includes(compression)) left -= (await inflatedBytes([piece], left)).bytes;
    if (!(left >= 0)) throw new Error('damaged parts, or more in them than the photo');
  }
}

function piecesOf(bytes: Uint8Array<ArrayBuffer>, directory: TiffDirectory, size: Size): Pieces {
  const isTiled = directory.has(TIFF.tileWidth);
  const all = (own: number, other: number) => directory.get(own) ?? directory.get(other) ?? [];
  const [offsets, lengths] = isTiled
    ? [all(TIFF.tileOffsets, TIFF.stripOffsets), all(TIFF.tileBytes, TIFF.stripBytes)]
    : [all(TIFF.stripOffsets, TIFF.tileOffsets), all(TIFF.stripBytes, TIFF.tileBytes)];
  const packed = offsets.map((at, i) => bytes.subarray(at, at + (lengths[i] ?? 0)));
  if (!isTiled) return { packed, pixels: size.width * size.height };
  const [width, height] = [TIFF.tileWidth, TIFF.tileHeight].map((side) =>
    tiffNumber(directory, side, 0),
  ) as [number, number];
  const count = Math.ceil(size.width / width) * Math.ceil(size.height / height);
  const pixels = count * width * height;
  if (!(count <= offsets.length)) throw new Error('tiles are missing');
  if (!(pixels <= MAX_TILED_PIXELS)) throw new Error('tiles too large');
  return { packed, pixels };
}

/** As the part's own header has it; one without is damaged. */
function jpegPixels(piece: Uint8Array): number {
  const reader = readerOf(piece, false);
  for (let at = 2; reader.u8(at) === 0xff; at += 2 + reader.u16(at + 2)) {
    const marker = reader.u8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return reader.u16(at + 5) * reader.u16(at + 7);
  }
  return Number.POSITIVE_INFINITY;
}
