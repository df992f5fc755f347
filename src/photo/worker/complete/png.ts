import { readerOf, tagAt } from './bytes.ts';

/** True when whole chunks lead to IEND. */
export function isPngComplete(bytes: Uint8Array): boolean {
  const reader = readerOf(bytes, false);
  let at = 8;
  // A chunk: length, type, data, checksum.
  while (at + 12 <= bytes.length) {
    const end = at + 12 + reader.u32(at);
    if (end > bytes.length) return false;
    if (tagAt(bytes, at + 4) === 'IEND') return true;
    at = end;
  }
  return false;
}
