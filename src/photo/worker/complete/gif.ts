import type { Completeness } from './complete.ts';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;

interface GifFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where its code size stands, before its data. */
  readonly dataAt: number;
}

/** Whole when blocks lead to the trailer; open when the picture that is shown is there without it. */
export function gifCompleteness(bytes: Uint8Array): Completeness {
  if (leadsToTrailer(bytes)) return 'whole';
  const frame = firstGifFrame(bytes);
  const isThere = frame && pixelsIn(bytes, frame.dataAt) >= frame.width * frame.height;
  return isThere ? 'open' : 'cut';
}

function leadsToTrailer(bytes: Uint8Array): boolean {
  let at = firstBlock(bytes);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === TRAILER) return true;
    if (block === IMAGE) {
      // Descriptor, local colour table, code size, then the data.
      at = skipSubBlocks(bytes, at + 11 + colourTableLength(bytes[at + 9]));
    } else if (block === EXTENSION) {
      at = skipSubBlocks(bytes, at + 2);
    } else {
      // Some writers leave stray zeros between blocks.
      at += 1;
    }
  }
  return false;
}

/** Null when the file ends before it. */
export function firstGifFrame(bytes: Uint8Array): GifFrame | null {
  let at = firstBlock(bytes);
  while (at < bytes.length && bytes[at] !== IMAGE && bytes[at] !== TRAILER) {
    at = bytes[at] === EXTENSION ? skipSubBlocks(bytes, at + 2) : at + 1;
  }
  if (bytes[at] !== IMAGE || at + 10 > bytes.length) return null;
  const u16 = (i: number) => (bytes[at + i] ?? 0) + 256 * (bytes[at + i + 1] ?? 0);
  const dataAt = at + 10 + colourTableLength(bytes[at + 9]);
  return { x: u16(1), y: u16(3), width: u16(5), height: u16(7), dataAt };
}

function firstBlock(bytes: Uint8Array): number {
  return 13 + colourTableLength(bytes[10]);
}

function skipSubBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at]) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

function colourTableLength(flags = 0): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

/** What the codes of the data stand for: lengths alone, no colours. */
function pixelsIn(bytes: Uint8Array, dataAt: number): number {
  const root = bytes[dataAt] ?? 0;
  if (root < 1 || root > 8) return 0;
  const data = joinSubBlocks(bytes, dataAt + 1);
  const [clear, end] = [1 << root, (1 << root) + 1];
  const lengths = new Uint16Array(4096).fill(1, 0, clear);
  let [width, next, before, pixels] = [root + 1, end + 1, -1, 0];
  for (let bit = 0; bit + width <= data.length * 8; ) {
    const code = codeAt(data, bit, width);
    bit += width;
    if (code === clear) [width, next, before] = [root + 1, end + 1, -1];
    else if (code === end || code > next || (before < 0 && code > end)) break;
    else {
      if (before >= 0 && next < lengths.length) lengths[next++] = (lengths[before] ?? 0) + 1;
      pixels += lengths[code] ?? 0;
      before = code;
      if (next === 1 << width && width < 12) width += 1;
    }
  }
  return pixels;
}

function joinSubBlocks(bytes: Uint8Array, start: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = start; bytes[at]; at += 1 + (bytes[at] ?? 0)) {
    parts.push(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)));
  }
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** The lowest bit first. */
function codeAt(bytes: Uint8Array, bit: number, width: number): number {
  const at = bit >> 3;
  const word = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
  return (word >> (bit & 7)) & ((1 << width) - 1);
}
