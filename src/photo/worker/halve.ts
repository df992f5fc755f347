/** Halves a picture row by row with a 2 x 2 box; pure. */
export interface Halver {
  /** Takes the next row: RGBA, uint8, of the width given. The row may be reused afterwards. */
  push(row: Uint8ClampedArray): void;
  /** An odd last row stands for two. */
  finish(): void;
}

/**
 * `emit` gets each finished row, ceil(width / 2) pixels, and must not keep it: it is reused. Pixel i
 * of the result covers pixels 2i and 2i + 1; an odd last column stands for two.
 */
export function createHalver(width: number, emit: (row: Uint8ClampedArray) => void): Halver {
  const pending = new Uint8ClampedArray(width * 4);
  const half = new Uint8ClampedArray(Math.ceil(width / 2) * 4);
  let isPending = false;

  function average(above: Uint8ClampedArray, below: Uint8ClampedArray): void {
    for (let o = 0, i = 0; o < half.length; o += 4, i += 8) {
      const j = i + 4 < width * 4 ? i + 4 : i;
      for (let c = 0; c < 4; c += 1) {
        const top = (above[i + c] as number) + (above[j + c] as number);
        const bottom = (below[i + c] as number) + (below[j + c] as number);
        half[o + c] = (top + bottom + 2) >> 2;
      }
    }
    emit(half);
  }

  return {
    push(row) {
      if (isPending) average(pending, row);
      else pending.set(row);
      isPending = !isPending;
    },
    finish() {
      if (isPending) average(pending, pending);
      isPending = false;
    },
  };
}
