import type { Size } from '../../../geometry/spaces.ts';
import { unpackDeflate } from './deflate.ts';
import { isLittleEndian, TIFF, type TiffDirectory } from './directory.ts';
import { unpackFax } from './fax.ts';
import {
  blocksOf,
  bytesOfRows,
  COMPRESSION,
  rowsAt,
  samplesTogether,
  type TiffLayout,
} from './layout.ts';
import { unpackLzw } from './lzw.ts';
import { unpackPackBits } from './pack-bits.ts';
import { type Samples, samplesOf } from './samples.ts';

/** The samples that are shown: row by row, pixel by pixel. */
export interface Raster {
  readonly size: Size;
  readonly channels: number;
  readonly data: Samples;
}

/** One block as numbers; `width` is what its rows are wide. */
interface BlockSamples {
  readonly width: number;
  readonly together: number;
  readonly data: Samples;
}

/** The given samples of each pixel. Throws where the file is damaged. */
export async function readRaster(
  file: Uint8Array<ArrayBuffer>,
  page: TiffDirectory,
  layout: TiffLayout,
  shown: readonly number[],
): Promise<Raster> {
  const { size, blockSize, isPlanar } = layout;
  const blocks = blocksOf(page, layout, file.length);
  if (blocks.reduce((sum, { bytes }) => sum + bytes, 0) > file.length) {
    throw new Error('the same bytes for several parts');
  }
  const data = rasterData(layout, size.width * size.height * shown.length);
  const raster = { size, channels: shown.length, data };
  const across = Math.ceil(size.width / blockSize.width);
  const perPlane = across * Math.ceil(size.height / blockSize.height);
  for (const [i, { offset, bytes }] of blocks.entries()) {
    const plane = Math.floor(i / perPlane);
    const channels = isPlanar
      ? channelsOfPlane(shown, plane)
      : shown.map((from, to) => ({ from, to }));
    // A block of no bytes is one that was never written.
    if (bytes === 0 || channels.length === 0) continue;
    const x = (i % across) * blockSize.width;
    const y = Math.floor((i % perPlane) / across) * blockSize.height;
    const packed = file.subarray(offset, offset + bytes);
    const samples = await blockSamples(
      packed,
      page,
      layout,
      rowsAt(layout, y),
      isLittleEndian(file),
    );
    copyBlock(samples, raster, channels, { x, y, ...blockSize });
  }
  return raster;
}

interface Channel {
  readonly from: number;
  readonly to: number;
}

function channelsOfPlane(shown: readonly number[], plane: number): Channel[] {
  const to = shown.indexOf(plane);
  return to < 0 ? [] : [{ from: 0, to }];
}

function rasterData({ bits, sampleFormat }: TiffLayout, length: number): Samples {
  const most = Math.max(...bits);
  if (sampleFormat === 3) return most > 32 ? new Float64Array(length) : new Float32Array(length);
  if (sampleFormat === 2) {
    return most > 32
      ? new Float64Array(length)
      : most > 16
        ? new Int32Array(length)
        : new Int16Array(length);
  }
  if (most > 16) return new Float64Array(length);
  return most > 8 ? new Uint16Array(length) : new Uint8Array(length);
}

async function blockSamples(
  packed: Uint8Array<ArrayBuffer>,
  page: TiffDirectory,
  layout: TiffLayout,
  rows: number,
  littleEndian: boolean,
): Promise<BlockSamples> {
  const { blockSize, compression } = layout;
  const together = samplesTogether(layout);
  if (compression === COMPRESSION.jpeg) {
    const { decodeJpegBlock } = await import('./jpeg.ts');
    // Some writers fill the last part up, and JPEG is made of squares of 16 pixels.
    const most = (blockSize.width + 16) * (blockSize.height + 16);
    const { size, components, data } = await decodeJpegBlock(
      packed,
      page.get(TIFF.jpegTables),
      most,
    );
    if (components !== together) throw new Error('not the samples that the header says');
    return { width: size.width, together, data };
  }
  const bytes = new Uint8Array(bytesOfRows(layout, rows));
  const there = unpack(layout.isReversed ? reversed(packed) : packed, bytes, page, layout);
  if (there < bytes.length) throw new Error('rows are missing');
  return { width: blockSize.width, together, data: samplesOf(bytes, layout, littleEndian) };
}

/** Into `out`; returns how much of it there was. */
function unpack(
  packed: Uint8Array,
  out: Uint8Array,
  page: TiffDirectory,
  { compression, blockSize }: TiffLayout,
): number {
  const { width } = blockSize;
  switch (compression) {
    case COMPRESSION.lzw:
      return unpackLzw(packed, out);
    case COMPRESSION.deflate:
    case COMPRESSION.deflateOld:
      return unpackDeflate(packed, out);
    case COMPRESSION.packBits:
      return unpackPackBits(packed, out);
    case COMPRESSION.modifiedHuffman:
      return unpackFax(packed, out, width, 'runs');
    case COMPRESSION.group3:
      return unpackFax(
        packed,
        out,
        width,
        'group3',
        ((page.get(TIFF.group3Options)?.[0] ?? 0) & 1) === 1,
      );
    case COMPRESSION.group4:
      return unpackFax(packed, out, width, 'group4');
    default:
      out.set(packed.subarray(0, out.length));
      return packed.length;
  }
}

function reversed(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => {
    const nibbles = ((byte & 0x0f) << 4) | (byte >> 4);
    const pairs = ((nibbles & 0x33) << 2) | ((nibbles & 0xcc) >> 2);
    return ((pairs & 0x55) << 1) | ((pairs & 0xaa) >> 1);
  });
}

/** What of a block lies within the photo. */
function copyBlock(
  block: BlockSamples,
  raster: Raster,
  channels: readonly Channel[],
  at: { x: number; y: number; width: number; height: number },
): void {
  const { size, data: target } = raster;
  const rows = Math.min(at.height, size.height - at.y);
  const columns = Math.min(at.width, size.width - at.x);
  if (block.width < columns || block.data.length < rows * block.width * block.together) {
    throw new Error('rows are missing');
  }
  for (const { from, to } of channels) {
    for (let y = 0; y < rows; y += 1) {
      let i = y * block.width * block.together + from;
      let o = ((at.y + y) * size.width + at.x) * raster.channels + to;
      for (let x = 0; x < columns; x += 1, i += block.together, o += raster.channels) {
        target[o] = block.data[i] ?? 0;
      }
    }
  }
}
