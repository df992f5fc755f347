/** Halves a picture row by row with a 2 x 2 box; pure. */
export interface Halver {
  /** Takes the next row: RGBA, uint8, of the width given. The row may be reused afterwards. */
  push(row: Uint8ClampedArray): void;
  /** An odd last row stands for two. */
  finish(): void;
}

/** Every other channel of a packed pixel, so one addition serves two of them. */
const LANES = 0x00ff00ff;
const HALF = 0x00020002;

/**
 * `emit` gets each finished row, ceil(width / 2) pixels, and must not keep it: it is reused. Pixel i
 * of the result covers pixels 2i and 2i + 1; an odd last column stands for two.
 */
export function createHalver(width: number, emit: (row: Uint8ClampedArray) => void): Halver {
  const pending = new Uint32Array(width);
  const half = new Uint32Array(Math.ceil(width / 2));
  const emitted = new Uint8ClampedArray(half.buffer);
  let isPending = false;

  function average(below: Uint32Array): void {
    for (let o = 0; o < half.length; o += 1) {
      const left = o * 2;
      const right = Math.min(left + 1, width - 1);
      const a = pending[left] ?? 0;
      const b = pending[right] ?? 0;
      const c = below[left] ?? 0;
      const d = below[right] ?? 0;
      const even = (a & LANES) + (b & LANES) + (c & LANES) + (d & LANES) + HALF;
      const odd =
        ((a >>> 8) & LANES) +
        ((b >>> 8) & LANES) +
        ((c >>> 8) & LANES) +
        ((d >>> 8) & LANES) +
        HALF;
      half[o] = ((even >>> 2) & LANES) | (((odd >>> 2) & LANES) << 8);
    }
    emit(emitted);
  }

  return {
    push(row) {
      const pixels = new Uint32Array(row.buffer, row.byteOffset, width);
      if (isPending) average(pixels);
      else pending.set(pixels);
      isPending = !isPending;
    },
    finish() {
      if (isPending) average(pending);
      isPending = false;
    },
  };
}
