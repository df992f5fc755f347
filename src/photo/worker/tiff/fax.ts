import { CODE_BITS, HORIZONTAL, MODE_CODES, PASS, RUNS } from './fax-codes.ts';

/** Rows by runs alone from byte to byte; the same with marks between rows; each row by the one above. */
type FaxKind = 'runs' | 'group3' | 'group4';

/** Zeros before the one that ends a row's mark. */
const MARK_ZEROS = 11;

/** Unpacks rows of `width` bits, black is 1, into `out`. Throws on a code that means nothing. */
export function unpackFax(
  packed: Uint8Array,
  out: Uint8Array,
  width: number,
  kind: FaxKind,
  hasTwoDimensions = false,
): number {
  const bits = bitsOf(packed);
  const rowBytes = Math.ceil(width / 8);
  const rows = Math.floor(out.length / rowBytes);
  let above: number[] = [];
  for (let y = 0; y < rows; y += 1) {
    if (kind === 'runs') bits.align();
    const isMarked = kind === 'group3' && skipMarks(bits);
    if (bits.isAtEnd()) return y * rowBytes;
    const isByAbove = kind === 'group4' || (isMarked && hasTwoDimensions && bits.take(1) === 0);
    const row = isByAbove ? rowByAbove(bits, above, width) : rowByRuns(bits, width);
    if (!row) {
      // A mark between rows lets the next one be read; without any, nothing is known any more.
      if (kind === 'group3' && skipToMark(bits)) continue;
      return y * rowBytes;
    }
    paint(row, width, out.subarray(y * rowBytes, (y + 1) * rowBytes));
    above = row;
  }
  return rows * rowBytes;
}

interface Bits {
  peek(count: number): number;
  skip(count: number): void;
  take(count: number): number;
  align(): void;
  isAtEnd(): boolean;
}

function bitsOf(bytes: Uint8Array): Bits {
  let at = 0;
  function peek(count: number): number {
    const i = at >> 3;
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    return (word >> (24 - count - (at & 7))) & ((1 << count) - 1);
  }
  return {
    peek,
    skip(count) {
      at += count;
    },
    take(count) {
      const value = peek(count);
      at += count;
      return value;
    },
    align() {
      at = (at + 7) & ~7;
    },
    isAtEnd: () => at >= bytes.length * 8,
  };
}

/** Whether there was one. */
function skipMarks(bits: Bits): boolean {
  if (bits.peek(MARK_ZEROS) !== 0) return false;
  while (!bits.isAtEnd() && bits.peek(1) === 0) bits.skip(1);
  bits.skip(1);
  return true;
}

function skipToMark(bits: Bits): boolean {
  while (!bits.isAtEnd() && bits.peek(MARK_ZEROS) !== 0) bits.skip(1);
  return !bits.isAtEnd();
}

/** Where the colour changes, white first; null at a code that means nothing. */
function rowByRuns(bits: Bits, width: number): number[] | null {
  const changes: number[] = [];
  for (let x = 0; x < width; ) {
    const run = readRun(bits, changes.length & 1);
    if (run === null) return null;
    x += run;
    changes.push(x);
  }
  return changes;
}

function readRun(bits: Bits, colour: number): number | null {
  const codes = RUNS[colour & 1 ? 1 : 0];
  let run = 0;
  for (;;) {
    const next = bits.peek(CODE_BITS);
    const value = codes.values[next];
    if (value === undefined) return null;
    bits.skip(codes.lengths[next] ?? 0);
    run += value;
    if (value < 64) return run;
  }
}

/** The same, said by how it differs from the row above. */
function rowByAbove(bits: Bits, above: readonly number[], width: number): number[] | null {
  const changes: number[] = [];
  let x = -1;
  let colour = 0;
  for (let i = 0; x < width; ) {
    // The first change above, to the right of x, to the other colour.
    i = (i & ~1) + colour;
    while (i >= 2 && (above[i - 2] ?? width) > x) i -= 2;
    while ((above[i] ?? width) <= x && (above[i] ?? width) < width) i += 2;
    const next = bits.peek(CODE_BITS);
    const mode = MODE_CODES.values[next];
    if (mode === undefined) return null;
    bits.skip(MODE_CODES.lengths[next] ?? 0);
    if (mode === PASS) x = above[i + 1] ?? width;
    else if (mode === HORIZONTAL) {
      const [one, other] = [readRun(bits, colour), readRun(bits, 1 - colour)];
      if (one === null || other === null) return null;
      const start = Math.max(x, 0);
      changes.push(start + one, start + one + other);
      x = start + one + other;
    } else {
      const change = (above[i] ?? width) + mode;
      if (change < Math.max(x, 0)) return null;
      changes.push(change);
      x = change;
      colour = 1 - colour;
    }
  }
  return changes;
}

function paint(changes: readonly number[], width: number, row: Uint8Array): void {
  for (let i = 0; i < changes.length; i += 2) {
    const end = Math.min(changes[i + 1] ?? width, width);
    for (let x = changes[i] ?? 0; x < end; x += 1) {
      row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7));
    }
  }
}
