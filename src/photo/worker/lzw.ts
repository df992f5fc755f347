const CLEAR = 256;
const END = 257;
const FIRST_ENTRY = 258;
const MAX_CODES = 4096;

/**
 * What a TIFF strip (LZW, most significant bit first, the width growing one code early) unpacks to,
 * in bytes; null when a code stands for nothing known, on which utif2 loops for ever.
 */
export function lzwBytes(strip: Uint8Array): number | null {
  const lengths = new Uint16Array(MAX_CODES).fill(1, 0, CLEAR);
  let bytes = 0;
  let next = 0;
  let width = 9;
  let before = -1;
  for (let bit = 0; bit + width <= strip.length * 8; ) {
    const code = codeAt(strip, bit, width);
    bit += width;
    if (code === END) break;
    if (code === CLEAR) {
      next = FIRST_ENTRY;
      width = 9;
    } else if (before === CLEAR) {
      if (code > CLEAR) return null;
    } else {
      // Each later code makes an entry, which it may name itself; nothing is known before a clear.
      if (before < 0 || code > next || next >= MAX_CODES) return null;
      lengths[next] = (lengths[before] ?? 0) + 1;
      next += 1;
      if (next + 1 === 1 << width && width < 12) width += 1;
    }
    if (code !== CLEAR) bytes += lengths[code] ?? 0;
    before = code;
  }
  return before < 0 ? null : bytes;
}

function codeAt(bytes: Uint8Array, bit: number, width: number): number {
  const at = bit >> 3;
  const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return (word >> (24 - width - (bit & 7))) & ((1 << width) - 1);
}
