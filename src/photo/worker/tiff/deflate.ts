import { Unzlib } from 'fflate';

/** Packed a thousandfold at most, so a bomb is noticed soon. */
const PIECE_BYTES = 1 << 13;

/** Unpacks zlib data into `out` until that is full; returns how many bytes were there. */
export function unpackDeflate(packed: Uint8Array, out: Uint8Array): number {
  let at = 0;
  unpackUntil([packed], (chunk) => {
    const part = chunk.subarray(0, out.length - at);
    out.set(part, at);
    at += part.length;
    return at < out.length;
  });
  return at;
}

/** How much zlib data unpack to, counted until soon after `most` or as far as they can be read. */
export function unpackedBytes(parts: readonly Uint8Array[], most: number): number {
  let bytes = 0;
  unpackUntil(parts, ({ length }) => {
    bytes += length;
    return bytes < most;
  });
  return bytes;
}

/** What comes before damage counts: whether it is enough, the caller knows. */
function unpackUntil(parts: readonly Uint8Array[], take: (chunk: Uint8Array) => boolean): void {
  let wantsMore = true;
  const stream = new Unzlib((chunk) => {
    if (wantsMore && chunk.length > 0) wantsMore = take(chunk);
  });
  try {
    for (const part of parts) {
      for (let i = 0; i < part.length && wantsMore; i += PIECE_BYTES) {
        stream.push(part.subarray(i, i + PIECE_BYTES));
      }
    }
  } catch {
    return;
  }
}
