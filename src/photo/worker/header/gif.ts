import type { Size } from '../../../geometry/spaces.ts';
import { readerOf } from '../complete/bytes.ts';
import { firstGifFrame } from '../complete/gif.ts';
import type { Header } from './header.ts';

export function gifHeader(bytes: Uint8Array): Header | null {
  const reader = readerOf(bytes, true);
  const size: Size = { width: reader.u16(6), height: reader.u16(8) };
  if (Number.isNaN(size.height)) return null;
  const frame = firstGifFrame(bytes);
  // A first picture that doesn't fit makes some browsers enlarge the screen.
  const fits =
    frame !== null && frame.x + frame.width <= size.width && frame.y + frame.height <= size.height;
  return { size, isCertain: fits };
}
