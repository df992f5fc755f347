import { deflateSync } from 'node:zlib';
import { TIFF } from '../tiff/directory.ts';

/** How a test wants its numbers stored. */
export interface TiffPlan {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly bits: number;
  readonly isLittleEndian: boolean;
  readonly isBig: boolean;
  readonly isPlanar: boolean;
  readonly isReversed: boolean;
  readonly isPredicted: boolean;
  readonly compression: 1 | 8 | 32773;
  /** Null: strips of `rows`. */
  readonly tile: { readonly width: number; readonly height: number } | null;
  readonly rows: number;
  readonly photometric: number;
}

/** Numbers by pixel and sample: row by row, all samples of a pixel together. */
export function writeTiff(plan: TiffPlan, values: readonly number[]): Uint8Array<ArrayBuffer> {
  const blocks = blocksOf(plan, values).map((block) => pack(plan, block));
  const entries = new Map<number, readonly number[]>([
    [TIFF.width, [plan.width]],
    [TIFF.height, [plan.height]],
    [TIFF.bitsPerSample, Array.from({ length: plan.samples }, () => plan.bits)],
    [TIFF.compression, [plan.compression]],
    [TIFF.photometric, [plan.photometric]],
    [TIFF.fillOrder, [plan.isReversed ? 2 : 1]],
    [TIFF.samplesPerPixel, [plan.samples]],
    [TIFF.planes, [plan.isPlanar ? 2 : 1]],
    [TIFF.predictor, [plan.isPredicted ? 2 : 1]],
    [plan.tile ? TIFF.tileBytes : TIFF.stripBytes, blocks.map(({ length }) => length)],
    [plan.tile ? TIFF.tileOffsets : TIFF.stripOffsets, blocks.map(() => 0)],
  ]);
  if (plan.tile) {
    entries.set(TIFF.tileWidth, [plan.tile.width]).set(TIFF.tileHeight, [plan.tile.height]);
  } else entries.set(TIFF.rowsPerStrip, [plan.rows]);
  return assemble(plan, entries, blocks);
}

/** The numbers of each strip or tile, as far as it hangs over the photo zeros. */
function blocksOf(plan: TiffPlan, values: readonly number[]): number[][] {
  const { width, height, samples, isPlanar, tile, rows } = plan;
  const size = tile ?? { width, height: rows };
  const planes = isPlanar
    ? Array.from({ length: samples }, (_, plane) => [plane])
    : [[...Array(samples).keys()]];
  const blocks: number[][] = [];
  for (const plane of planes) {
    for (let top = 0; top < height; top += size.height) {
      for (let left = 0; left < width; left += size.width) {
        const block: number[] = [];
        const bottom = tile ? top + size.height : Math.min(top + size.height, height);
        for (let y = top; y < bottom; y++) {
          for (let x = left; x < left + size.width; x++) {
            const isInside = x < width && y < height;
            for (const s of plane)
              block.push(isInside ? (values[(y * width + x) * samples + s] ?? 0) : 0);
          }
        }
        blocks.push(block);
      }
    }
  }
  return blocks;
}

function pack(plan: TiffPlan, block: readonly number[]): Uint8Array {
  const { bits, isPlanar, samples, isPredicted, isReversed, compression } = plan;
  const together = isPlanar ? 1 : samples;
  const rowSamples = (plan.tile?.width ?? plan.width) * together;
  const digits: string[] = [];
  for (let start = 0; start < block.length; start += rowSamples) {
    const row = block.slice(start, start + rowSamples).map((value, i, all) => {
      const before = isPredicted && i >= together ? (block[start + i - together] ?? 0) : 0;
      return all.length > 0 ? (value - before + 2 ** bits) % 2 ** bits : 0;
    });
    const text = row.map((value) => value.toString(2).padStart(bits, '0')).join('');
    digits.push(text.padEnd(Math.ceil(text.length / 8) * 8, '0'));
  }
  const bytes = Uint8Array.from(digits.join('').match(/.{8}/g) ?? [], (byte) =>
    Number.parseInt(byte, 2),
  );
  if (plan.isLittleEndian && (bits === 16 || bits === 32)) {
    for (let i = 0; i < bytes.length; i += bits / 8) bytes.subarray(i, i + bits / 8).reverse();
  }
  const packed =
    compression === 8 ? deflateSync(bytes) : compression === 1 ? bytes : packBits(bytes);
  return isReversed ? Uint8Array.from(packed, reverse) : new Uint8Array(packed);
}

/** Literal runs alone: a reader of repeats is tested by the fixtures. */
function packBits(bytes: Uint8Array): Uint8Array {
  const parts: number[] = [];
  for (let i = 0; i < bytes.length; i += 128) {
    const run = bytes.subarray(i, i + 128);
    parts.push(run.length - 1, ...run);
  }
  return Uint8Array.from(parts);
}

function reverse(byte: number): number {
  return Number.parseInt([...byte.toString(2).padStart(8, '0')].reverse().join(''), 2);
}

function assemble(
  { isBig, isLittleEndian }: TiffPlan,
  entries: Map<number, readonly number[]>,
  blocks: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const word = isBig ? 8 : 4;
  const [start, entryBytes, countBytes] = [isBig ? 16 : 8, 4 + 2 * word, isBig ? 8 : 2];
  let at = start + countBytes + entries.size * entryBytes + word;
  const lists = [...entries]
    .sort(([a], [b]) => a - b)
    .map(([tag, values]) => {
      const listAt = at;
      if (values.length * 4 > word) at += values.length * 4;
      return { tag, values, listAt };
    });
  const offsets = blocks.map(({ length }) => {
    at += length;
    return at - length;
  });
  const file = new Uint8Array(at);
  const view = new DataView(file.buffer);
  const u16 = (i: number, value: number) => view.setUint16(i, value, isLittleEndian);
  const u32 = (i: number, value: number) => view.setUint32(i, value, isLittleEndian);
  const wordAt = (i: number, value: number) =>
    isBig ? view.setBigUint64(i, BigInt(value), isLittleEndian) : u32(i, value);
  file.set(isLittleEndian ? [0x49, 0x49] : [0x4d, 0x4d]);
  u16(2, isBig ? 43 : 42);
  if (isBig) u16(4, 8);
  wordAt(word, start);
  if (isBig) wordAt(start, lists.length);
  else u16(start, lists.length);
  for (const [i, { tag, values, listAt }] of lists.entries()) {
    const entry = start + countBytes + i * entryBytes;
    const isOffsets = tag === TIFF.stripOffsets || tag === TIFF.tileOffsets;
    u16(entry, tag);
    u16(entry + 2, 4);
    wordAt(entry + 4, values.length);
    const isInline = values.length * 4 <= word;
    if (!isInline) wordAt(entry + 4 + word, listAt);
    const valuesAt = isInline ? entry + 4 + word : listAt;
    for (const [k, value] of (isOffsets ? offsets : values).entries()) u32(valuesAt + k * 4, value);
  }
  for (const [i, block] of blocks.entries()) file.set(block, offsets[i]);
  return file;
}
