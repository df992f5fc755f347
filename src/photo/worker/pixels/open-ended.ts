import type { PhotoFormat } from '../../protocol.ts';
import { readerOf, tagAt } from '../complete/bytes.ts';
import { forEachRow } from '../rows.ts';
import { pngChunk } from './png-chunk.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The same file with the end that it lacks, as decoders want it; null: pixels are missing. */
export async function closed(bytes: Bytes, format: PhotoFormat): Promise<Bytes[] | null> {
  if (format === 'png') return closedPng(bytes);
  if (format === 'webp') return closedWebp(bytes);
  if (format === 'gif') return [bytes, GIF_END];
  return (await areJpegPixelsThere(bytes))
    ? [bytes.subarray(0, endOfData(bytes)), END_OF_IMAGE]
    : null;
}

/** The pixels' chunks again, with their checksums, and the end. */
function closedPng(bytes: Bytes): Bytes[] {
  const reader = readerOf(bytes, false);
  const parts: Bytes[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 8 <= bytes.length; ) {
    const type = tagAt(bytes, at + 4);
    const end = at + 12 + reader.u32(at);
    if (type === 'IDAT') parts.push(pngChunk(type, bytes.subarray(at + 8, end - 4)));
    else if (type !== 'IEND' && end <= bytes.length) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return [...parts, pngChunk('IEND', new Uint8Array())];
}

/** All whole chunks, and how long they are together. */
function closedWebp(bytes: Bytes): Bytes[] {
  const reader = readerOf(bytes, true);
  let at = 12;
  let end = 12;
  while (at + 8 <= bytes.length && at + 8 + reader.u32(at + 4) <= bytes.length) {
    end = at + 8 + reader.u32(at + 4);
    at = end + (end & 1);
  }
  const head = bytes.slice(0, 12);
  new DataView(head.buffer).setUint32(4, at - 8, true);
  return [head, bytes.subarray(12, end), new Uint8Array(at - end)];
}

/** The end of the last block's data, and of the file. */
const GIF_END = Uint8Array.of(0, 0x3b);
const END_OF_IMAGE = Uint8Array.of(0xff, 0xd9);

/** Enough codes for any decoder to go on with, where it still wants some. */
const FILLER_BYTES = 512;
const FILLERS = [0x55, 0x36];

/**
 * Whether a JPEG without its end has all its pixels. A decoder that still wants data takes what is put
 * behind them, and shows it; one that has all it needs shows the same as before.
 */
async function areJpegPixelsThere(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const data = bytes.subarray(0, endOfData(bytes));
  const [first, ...others] = await Promise.all([
    shownBy(data),
    ...FILLERS.map((filler) => shownBy(data, new Uint8Array(FILLER_BYTES).fill(filler))),
  ]);
  return others.every((other) => other === first);
}

/** What is left of a download that broke off is often filled up with zeros; half a mark may be there. */
function endOfData(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1] === 0xff)) end -= 1;
  // A zero behind a byte of ones belongs to it.
  return bytes[end] === 0xff && bytes[end + 1] === 0 ? end + 2 : end;
}

/** A number that changes with any pixel. */
async function shownBy(...parts: Uint8Array<ArrayBuffer>[]): Promise<number> {
  const picture = await createImageBitmap(
    new Blob([...parts, END_OF_IMAGE], { type: 'image/jpeg' }),
  );
  let sum = 0;
  forEachRow(picture, (row) => {
    for (const pixel of new Uint32Array(row.buffer, row.byteOffset, row.length >> 2)) {
      sum = Math.imul(sum ^ pixel, 0x01000193);
    }
  });
  picture.close();
  return sum;
}
