import type { Size } from '../../../geometry/spaces.ts';
import { readerOf } from './bytes.ts';

interface BmpHeader {
  readonly size: Size;
  /** Where the pixels start and how many bytes they take (0: unknown, as for some run lengths). */
  readonly offset: number;
  readonly bytes: number;
}

const RUN_LENGTH_COMPRESSIONS = [1, 2, 4, 5];

/** Null when the header is cut off. */
function readBmpHeader(bytes: Uint8Array): BmpHeader | null {
  const reader = readerOf(bytes, true);
  const headerBytes = reader.u32(14);
  const isOs2 = headerBytes === 12;
  const width = isOs2 ? reader.u16(18) : reader.u32(18);
  // A negative height means top-down rows.
  const height = isOs2 ? reader.u16(20) : Math.abs(reader.u32(22) | 0);
  const bits = reader.u16(isOs2 ? 24 : 28);
  // The short header of OS/2 2 ends before it says how pixels are packed, which then they are not.
  const compression = headerBytes < 40 ? 0 : reader.u32(30);
  if (Number.isNaN(bits) || Number.isNaN(compression)) return null;
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  const isCompressed = RUN_LENGTH_COMPRESSIONS.includes(compression);
  return {
    size: { width, height },
    offset: reader.u32(10),
    bytes: isCompressed ? reader.u32(34) : rowBytes * height,
  };
}

export function bmpSizeOf(bytes: Uint8Array): Size | null {
  return readBmpHeader(bytes)?.size ?? null;
}

/** True when every row is there. The header's file size is often wrong, so it isn't asked. */
export function isBmpComplete(bytes: Uint8Array): boolean {
  const header = readBmpHeader(bytes);
  return header !== null && header.offset + header.bytes <= bytes.length;
}
