/**
 * A mask's runs in few bytes: a row is much like the one above, so each run is told by how it differs from the run two
 * before, smallest numbers first, seven bits a byte. Pure.
 */
export function packRuns(runs: Uint32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(runs.length * MOST_BYTES);
  let used = 0;
  for (let i = 0; i < runs.length; i++) {
    const difference = (runs[i] ?? 0) - (runs[i - 2] ?? 0);
    let left = difference < 0 ? -2 * difference - 1 : 2 * difference;
    while (left >= 128) {
      bytes[used++] = (left % 128) + 128;
      left = Math.floor(left / 128);
    }
    bytes[used++] = left;
  }
  return bytes.slice(0, used);
}

/** Throws a RangeError when these are not the runs of a mask of so many pixels. */
export function unpackRuns(bytes: Uint8Array, pixels: number): Uint32Array<ArrayBuffer> {
  const runs = new Uint32Array(countOf(bytes));
  let [position, sum] = [0, 0];
  let [twoBefore, before] = [0, 0];
  for (let i = 0; i < runs.length; i++) {
    let value = bytes[position++] ?? 0;
    if (value >= 128) {
      let place = 128;
      let byte = bytes[position++] ?? 0;
      value -= 128;
      for (; byte >= 128; byte = bytes[position++] ?? 0) {
        value += (byte - 128) * place;
        place *= 128;
      }
      value += byte * place;
    }
    const half = Math.floor(value / 2);
    const run = twoBefore + (value % 2 === 0 ? half : -half - 1);
    sum += run;
    if (!(run >= 0 && sum <= pixels)) throw new RangeError('a run leaves the picture');
    runs[i] = run;
    twoBefore = before;
    before = run;
  }
  if (position !== bytes.length || sum !== pixels)
    throw new RangeError('the runs do not fill the picture');
  return runs;
}

/** A difference has 33 bits at most. */
const MOST_BYTES = 5;

/** The last byte of each number is below 128. */
function countOf(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte < 128) count++;
  return count;
}
