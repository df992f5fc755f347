const CLEAR = 256;
const END = 257;
const FIRST_ENTRY = 258;
const MAX_CODES = 4096;

/**
 * Unpacks TIFF's LZW (most significant bit first, the width growing one code early) into `out` until
 * that is full; returns how many bytes were there. Throws on a code that stands for nothing known.
 */
export function unpackLzw(packed: Uint8Array, out: Uint8Array): number {
  const prefix = new Uint16Array(MAX_CODES);
  const last = new Uint8Array(MAX_CODES).map((_, i) => i);
  const lengths = new Uint16Array(MAX_CODES).fill(1, 0, CLEAR);
  let at = 0;
  let next = FIRST_ENTRY;
  let width = 9;
  let before = -1;

  /** Writes a code's string, and returns its first byte. */
  function put(code: number): number {
    const end = at + (lengths[code] ?? 0);
    let first = code;
    for (let i = end - 1, c = code; i >= at; i -= 1, c = prefix[c] ?? 0) {
      if (i < out.length) out[i] = last[c] ?? 0;
      first = c;
    }
    at = end;
    return last[first] ?? 0;
  }

  function add(first: number): void {
    prefix[next] = before;
    last[next] = first;
    lengths[next] = (lengths[before] ?? 0) + 1;
    next += 1;
  }

  for (let bit = 0; at < out.length && bit + width <= packed.length * 8; ) {
    const code = codeAt(packed, bit, width);
    bit += width;
    if (code === END) break;
    if (code === CLEAR) {
      next = FIRST_ENTRY;
      width = 9;
      before = -1;
      continue;
    }
    const isNew = code === next && before >= 0;
    if (!isNew && (code >= next || (before < 0 && code > END))) throw new Error('damaged LZW');
    if (before < 0) put(code);
    else if (next >= MAX_CODES) put(code);
    else if (isNew) {
      add(firstOf(before));
      put(code);
    } else add(put(code));
    before = code;
    while (next + 1 >= 1 << width && width < 12) width += 1;
  }
  return Math.min(at, out.length);

  function firstOf(code: number): number {
    let c = code;
    while ((lengths[c] ?? 0) > 1) c = prefix[c] ?? 0;
    return last[c] ?? 0;
  }
}

function codeAt(bytes: Uint8Array, bit: number, width: number): number {
  const at = bit >> 3;
  const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return (word >> (24 - width - (bit & 7))) & ((1 << width) - 1);
}
