import { readerOf, tagAt } from '../complete/bytes.ts';
import type { Header } from './header.ts';

/** Null while the chunks before the pixels aren't all there. */
export function pngHeader(bytes: Uint8Array, isWholeFile: boolean): Header | null {
  const reader = readerOf(bytes, false);
  const size = { width: reader.u32(16), height: reader.u32(20) };
  if (tagAt(bytes, 12) !== 'IHDR' || Number.isNaN(size.height)) return null;
  let isCertain = true;
  for (let at = 8; at + 8 <= bytes.length; at += 12 + reader.u32(at)) {
    const type = tagAt(bytes, at + 4);
    if (type === 'eXIf') isCertain = false;
    if (type === 'IDAT') return { size, isCertain };
  }
  return isWholeFile ? { size, isCertain } : null;
}
