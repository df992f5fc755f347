const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;

/** True when whole blocks lead to the trailer. */
export function isGifComplete(bytes: Uint8Array): boolean {
  let at = 13 + colourTableLength(bytes[10]);
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

function skipSubBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at]) at += 1 + (bytes[at] as number);
  return at + 1;
}

function colourTableLength(flags = 0): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}
