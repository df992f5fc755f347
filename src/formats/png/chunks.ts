import type { Size } from '../../geometry/spaces.ts';
import { inflatedBytes } from '../../security/inflated.ts';
import { FormatError } from '../problems.ts';
import { checkedSize } from '../reading/limits.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Whatever else a file holds says nothing about pixels, and may unpack to anything. */
const NEEDED = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * The PNG without what isn't needed for its pixels. Throws a FormatError where it is damaged, has
 * more pixels than it may have, or would unpack to more than it says.
 */
export async function trimPng(
  bytes: Uint8Array<ArrayBuffer>,
  mostPixels: number,
): Promise<{ size: Size; bytes: Uint8Array<ArrayBuffer> }> {
  if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) broken();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array<ArrayBuffer>[] = [bytes.subarray(0, SIGNATURE.length)];
  const data: Uint8Array<ArrayBuffer>[] = [];
  for (let at: number = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) broken();
    if (NEEDED.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end - 4));
    at = end;
  }
  const { size, rawBytes } = headerOf(kept[1]);
  if (size.width * size.height > mostPixels) throw new FormatError({ kind: 'too-many' });
  await checkUnpacked(data, rawBytes);
  return { size, bytes: new Uint8Array(await new Blob(kept).arrayBuffer()) };
}

/** `rawBytes`: an upper bound of what the pixels take, their filter bytes included, interlaced or not. */
function headerOf(chunk: Uint8Array | undefined): { size: Size; rawBytes: number } {
  if (chunk?.length !== 25) broken();
  const view = new DataView(chunk.buffer, chunk.byteOffset + 8, 13);
  const size = checkedSize(view.getUint32(0), view.getUint32(4));
  const [depth, channels] = [view.getUint8(8), CHANNELS[view.getUint8(9)]];
  if (!channels || ![1, 2, 4, 8, 16].includes(depth)) broken();
  const rowBytes = Math.ceil((size.width * depth * channels) / 8) + 1;
  return { size, rawBytes: (rowBytes + 16) * (size.height + 16) * 2 };
}

async function checkUnpacked(data: Uint8Array<ArrayBuffer>[], most: number): Promise<void> {
  const { bytes, isDamaged } = await inflatedBytes(data, most);
  if (isDamaged) broken();
  if (bytes > most) throw new FormatError({ kind: 'too-many' });
}

function broken(): never {
  throw new FormatError({ kind: 'broken', as: 'PNG' });
}
