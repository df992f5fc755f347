import { PHOTOMETRIC, samplesTogether, type TiffLayout } from './layout.ts';

export type Samples =
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Float32Array
  | Float64Array;

const FLOAT = 3;
const SIGNED = 2;

/** A block's bytes, unpacked and in whole rows, as numbers: rows of pixels of samples. */
export function samplesOf(
  bytes: Uint8Array<ArrayBuffer>,
  layout: TiffLayout,
  isLittleEndian: boolean,
): Samples {
  const bits = layout.bits[0] ?? 1;
  const together = samplesTogether(layout);
  const isEven = layout.bits.every((other) => other === bits);
  if (!isEven || ![8, 16, 32, 64].includes(bits)) return packedSamples(bytes, layout);
  const rowSamples = layout.blockSize.width * together;
  if (layout.predictor === 3) {
    undoFloatPredictor(bytes, rowSamples, together, bits / 8);
    return typed(bytes, bits, layout.sampleFormat);
  }
  if (!isLittleEndian && bits > 8) swapBytes(bytes, bits / 8);
  if (layout.predictor === 2) undoPredictor(typed(bytes, bits, 1), rowSamples, together);
  if (layout.photometric === PHOTOMETRIC.ycbcr && !layout.isPlanar)
    return fullColour(bytes, layout);
  return typed(bytes, bits, layout.sampleFormat);
}

function typed(bytes: Uint8Array<ArrayBuffer>, bits: number, format: number): Samples {
  const count = Math.floor(bytes.length / (bits / 8));
  const { buffer, byteOffset } = bytes;
  if (format === FLOAT && bits === 16) return halves(new Uint16Array(buffer, byteOffset, count));
  if (format === FLOAT && bits === 32) return new Float32Array(buffer, byteOffset, count);
  if (format === FLOAT && bits === 64) return new Float64Array(buffer, byteOffset, count);
  if (bits === 64) {
    const Kind = format === SIGNED ? BigInt64Array : BigUint64Array;
    return Float64Array.from(new Kind(buffer, byteOffset, count), Number);
  }
  if (bits === 8) {
    return format === SIGNED ? new Int8Array(buffer, byteOffset, count) : bytes.subarray(0, count);
  }
  if (bits === 16) {
    const Kind = format === SIGNED ? Int16Array : Uint16Array;
    return new Kind(buffer, byteOffset, count);
  }
  const Kind = format === SIGNED ? Int32Array : Uint32Array;
  return new Kind(buffer, byteOffset, count);
}

function swapBytes(bytes: Uint8Array, size: number): void {
  for (let i = 0; i + size <= bytes.length; i += size) bytes.subarray(i, i + size).reverse();
}

/** In place: each sample was stored as its difference from the one before. */
function undoPredictor(samples: Samples, rowSamples: number, together: number): void {
  for (let start = 0; start < samples.length; start += rowSamples) {
    const end = Math.min(start + rowSamples, samples.length);
    for (let i = start + together; i < end; i += 1) {
      samples[i] = (samples[i] ?? 0) + (samples[i - together] ?? 0);
    }
  }
}

/** In place: differences of bytes, the highest bytes of a row's floats first. */
function undoFloatPredictor(
  bytes: Uint8Array,
  rowSamples: number,
  together: number,
  size: number,
): void {
  const rowBytes = rowSamples * size;
  for (let start = 0; start + rowBytes <= bytes.length; start += rowBytes) {
    const row = bytes.subarray(start, start + rowBytes);
    undoPredictor(row, rowBytes, together);
    const sorted = row.slice();
    for (let i = 0; i < rowSamples; i += 1) {
      for (let b = 0; b < size; b += 1) {
        row[i * size + b] = sorted[(size - 1 - b) * rowSamples + i] ?? 0;
      }
    }
  }
}

/** Reads samples of any number of bits up to 32, from the highest on; each row begins with a byte of its own. */
function packedSamples(bytes: Uint8Array, layout: TiffLayout): Samples {
  const { bits: all, blockSize, isPlanar, sampleFormat } = layout;
  const bits = isPlanar ? all.slice(0, 1) : all;
  const rowBits = blockSize.width * bits.reduce((sum, n) => sum + n, 0);
  const rowBytes = Math.ceil(rowBits / 8);
  const rows = Math.floor(bytes.length / rowBytes);
  const rowSamples = blockSize.width * bits.length;
  const samples = new (kindFor(Math.max(...bits), sampleFormat))(rows * rowSamples);
  for (let y = 0, o = 0; y < rows; y += 1) {
    let at = y * rowBytes * 8;
    for (let x = 0; x < rowSamples; x += 1, o += 1) {
      const count = bits[x % bits.length] ?? 0;
      const value = bitsAt(bytes, at, count);
      const isNegative = sampleFormat === SIGNED && value >= 2 ** (count - 1);
      samples[o] = isNegative ? value - 2 ** count : value;
      at += count;
    }
  }
  return samples;
}

function kindFor(bits: number, sampleFormat: number) {
  if (sampleFormat === SIGNED || bits > 16) return Float64Array;
  return bits > 8 ? Uint16Array : Uint8Array;
}

function bitsAt(bytes: Uint8Array, bit: number, count: number): number {
  let value = 0;
  for (let at = bit, left = count; left > 0; ) {
    const there = 8 - (at & 7);
    const take = Math.min(there, left);
    const part = ((bytes[at >> 3] ?? 0) >> (there - take)) & ((1 << take) - 1);
    value = value * 2 ** take + part;
    at += take;
    left -= take;
  }
  return value;
}

function halves(words: Uint16Array): Float32Array {
  return Float32Array.from(words, (word) => {
    const sign = word & 0x8000 ? -1 : 1;
    const exponent = (word >> 10) & 31;
    const fraction = (word & 1023) / 1024;
    if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
    return sign * (exponent ? 2 ** (exponent - 15) * (1 + fraction) : 2 ** -14 * fraction);
  });
}

/** YCbCr that isn't JPEG stores units: the brightness of several pixels, then the colour they share. */
function fullColour(bytes: Uint8Array, { blockSize, subsampling }: TiffLayout): Samples {
  const [across, down] = subsampling;
  const unit = across * down + 2;
  const unitsAcross = Math.ceil(blockSize.width / across);
  const rows = Math.floor(bytes.length / (unit * unitsAcross)) * down;
  const out = new Uint8Array(blockSize.width * rows * 3);
  for (let y = 0, o = 0; y < rows; y += 1) {
    for (let x = 0; x < blockSize.width; x += 1, o += 3) {
      const start = (Math.floor(y / down) * unitsAcross + Math.floor(x / across)) * unit;
      out[o] = bytes[start + (y % down) * across + (x % across)] ?? 0;
      out[o + 1] = bytes[start + unit - 2] ?? 0;
      out[o + 2] = bytes[start + unit - 1] ?? 0;
    }
  }
  return out;
}
