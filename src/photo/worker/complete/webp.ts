import { readerOf, tagAt } from './bytes.ts';
import type { Completeness } from './complete.ts';

/** The pixels of a still, or of an animation's first frame. */
const PIXELS = ['VP8 ', 'VP8L', 'ANMF'];

/** Whole when it is as long as it says; open when only the picture that is shown is there. */
export function webpCompleteness(bytes: Uint8Array): Completeness {
  const reader = readerOf(bytes, true);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = reader.u32(at + 4);
    if (at + 8 + length > bytes.length) return 'cut';
    if (PIXELS.includes(tagAt(bytes, at))) {
      const said = 8 + reader.u32(4);
      return said >= at + 8 + length && said <= bytes.length ? 'whole' : 'open';
    }
    at += 8 + length + (length & 1);
  }
  return 'cut';
}
