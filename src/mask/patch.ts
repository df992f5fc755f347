import type { Mask } from './mask.ts';
import { requireSameSize } from './runs.ts';

/** The pixels in either mask. Runs above and below the patch are copied, not walked. Throws a RangeError when the sizes differ. */
export function addToMask(mask: Mask, patch: Mask): Mask {
  return patched(mask, patch, 1);
}

/** The pixels of the mask that are not in the patch; costs and throws as `addToMask`. */
export function subtractFromMask(mask: Mask, patch: Mask): Mask {
  return patched(mask, patch, 0);
}

/** The pixels in both masks. Throws a RangeError when the sizes differ. */
export function intersectMasks(a: Mask, b: Mask): Mask {
  return subtractFromMask(a, complementOf(b));
}

/** The pixels of the photo that are not in the mask. */
export function complementOf({ size, runs }: Mask): Mask {
  if (runs[0] === 0) return { size, runs: runs.slice(1) };
  const turned = new Uint32Array(runs.length + 1);
  turned.set(runs, 1);
  return { size, runs: turned };
}

/** Where the patch is, the mask becomes `side`. */
function patched(mask: Mask, { size, runs: b }: Mask, side: 0 | 1): Mask {
  requireSameSize(mask, { size, runs: b });
  const a = mask.runs;
  const [firstOfPatch = 0] = b;
  let [i, j, position] = [0, 0, 0];
  while (i < a.length && position + (a[i] ?? 0) <= firstOfPatch) position += a[i++] ?? 0;
  const out = startWriting(a.length + b.length + 1);
  out.copy(a.subarray(0, i));
  let [leftA, leftB] = [a[i] ?? 0, firstOfPatch - position];
  while (i < a.length) {
    if (leftB === 0 && j < b.length - 1) leftB = b[++j] ?? 0;
    if (j === b.length - 1 && j % 2 === 0) {
      out.write(i % 2, leftA);
      out.copy(a.subarray(i + 1));
      break;
    }
    const length = Math.min(leftA, leftB);
    out.write(j % 2 === 1 ? side : i % 2, length);
    leftA -= length;
    leftB -= length;
    if (leftA === 0) leftA = a[++i] ?? 0;
  }
  return { size, runs: out.runs() };
}

interface RunWriter {
  /** Adds pixels of a side, 1 for foreground; joins them with the run before on the same side. */
  write(side: number, length: number): void;
  /** Adds whole runs, the first of which is on the other side than the last one written. */
  copy(runs: Uint32Array): void;
  runs(): Uint32Array;
}

function startWriting(most: number): RunWriter {
  const buffer = new Uint32Array(most);
  let count = 0;
  return {
    write(side, length) {
      if (length === 0) return;
      if (count === 0 && side === 1) buffer[count++] = 0;
      if (count > 0 && (count - 1) % 2 === side) {
        buffer[count - 1] = (buffer[count - 1] ?? 0) + length;
      } else buffer[count++] = length;
    },
    copy(runs) {
      buffer.set(runs, count);
      count += runs.length;
    },
    runs: () => buffer.slice(0, count),
  };
}
