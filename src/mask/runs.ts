import type { Size } from '../geometry/spaces.ts';
import type { Mask } from './mask.ts';

/** Collects where a mask changes between background and foreground, in row-major order. */
export interface RunBuilder {
  /** Changes sides at this pixel index, in rising order; twice at one index cancels out. */
  toggleAt(index: number): void;
  build(): Mask;
}

export function startRuns(size: Size): RunBuilder {
  const toggles: number[] = [];
  return {
    toggleAt(index) {
      // Not just equal: two crossings a rounding error apart can come in the wrong order.
      if ((toggles.at(-1) ?? -1) >= index) toggles.pop();
      else toggles.push(index);
    },
    build: () => ({ size, runs: runsBetween(toggles, toggles.length, size.width * size.height) }),
  };
}

/** Calls `visit` for each piece of foreground within one row, top to bottom, left to right; x1 is exclusive. */
export function forEachSpan(mask: Mask, visit: (y: number, x0: number, x1: number) => void): void {
  const { width } = mask.size;
  forEachForegroundRun(mask, (start, end) => {
    for (let from = start; from < end; ) {
      const y = Math.floor(from / width);
      const to = Math.min(end, (y + 1) * width);
      visit(y, from - y * width, to - y * width);
      from = to;
    }
  });
}

/** Calls `visit` for each foreground run as row-major pixel indices; `end` is exclusive. */
export function forEachForegroundRun(
  { runs }: Mask,
  visit: (start: number, end: number) => void,
): void {
  let position = 0;
  for (let i = 0; i < runs.length; i++) {
    const end = position + (runs[i] ?? 0);
    if (i % 2 === 1) visit(position, end);
    position = end;
  }
}

/** Throws a RangeError when two masks are not of the same photo size. */
export function requireSameSize(a: Mask, b: Mask): void {
  if (a.size.width === b.size.width && a.size.height === b.size.height) return;
  throw new RangeError('masks of different sizes have no common pixels');
}

/** The first `length` toggle positions, in rising order, to run lengths; a toggle at the very end says nothing. */
export function runsBetween(
  toggles: ArrayLike<number>,
  length: number,
  total: number,
): Uint32Array<ArrayBuffer> {
  const count = length > 0 && toggles[length - 1] === total ? length - 1 : length;
  const runs = new Uint32Array(count + 1);
  let position = 0;
  for (let i = 0; i < count; i++) {
    const end = toggles[i] ?? 0;
    runs[i] = end - position;
    position = end;
  }
  runs[count] = total - position;
  return runs;
}
