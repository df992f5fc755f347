import type { Mask } from '../../mask/mask.ts';

/** Bits that a run's length may take, in the order of their two-bit index. */
const LENGTH_BITS = [3, 4, 8, 16] as const;
const WORD_BITS = 8;
const CHANNELS = 4;

/**
 * Label Studio's brush: run lengths, as bits, of the RGBA picture whose pixels are 255 or 0 in all
 * four channels. Each block: 1 (a run), which length field, length - 1, the byte that repeats.
 */
export function brushRle({ size, runs }: Mask): Uint8Array<ArrayBuffer> {
  const bits = createBits();
  bits.write(size.width * size.height * CHANNELS, 32);
  bits.write(WORD_BITS - 1, 5);
  for (const length of LENGTH_BITS) bits.write(length - 1, 4);
  for (const [i, run] of runs.entries()) {
    writeRun(bits, run * CHANNELS, i % 2 === 0 ? 0 : 255);
  }
  return bits.toBytes();
}

function writeRun(bits: Bits, length: number, value: number): void {
  const longest = 2 ** 16;
  for (let rest = length; rest > 0; rest -= longest) {
    const block = Math.min(rest, longest) - 1;
    const field = LENGTH_BITS.findIndex((count) => block < 2 ** count);
    bits.write(1, 1);
    bits.write(field, 2);
    bits.write(block, LENGTH_BITS[field] ?? 0);
    bits.write(value, WORD_BITS);
  }
}

interface Bits {
  /** The lowest `count` bits, highest first. */
  write(value: number, count: number): void;
  toBytes(): Uint8Array<ArrayBuffer>;
}

function createBits(): Bits {
  const bytes: number[] = [];
  let [byte, filled] = [0, 0];
  return {
    write(value, count) {
      for (let bit = count - 1; bit >= 0; bit--) {
        byte = (byte << 1) | (Math.floor(value / 2 ** bit) % 2);
        filled++;
        if (filled < 8) continue;
        bytes.push(byte);
        [byte, filled] = [0, 0];
      }
    },
    toBytes: () => Uint8Array.from(filled > 0 ? [...bytes, byte << (8 - filled)] : bytes),
  };
}
