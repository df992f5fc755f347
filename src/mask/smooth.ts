import { growMask, halfWidths, shrinkMask } from './grow.ts';
import type { Mask } from './mask.ts';
import { addToMask, subtractFromMask } from './patch.ts';
import { startRuns } from './runs.ts';
import { spansOf } from './spans.ts';

/**
 * Each pixel becomes what most pixels within `radius` pixels of it are (itself included, the photo's
 * outside left out), and stays what it is where they are as many. Rounds off corners, closes gaps
 * and takes threads away that are thinner than the radius. Costs as much as the outline is long.
 */
export function smoothMask(mask: Mask, radius: number): Mask {
  const core = shrinkMask(mask, radius);
  // Further inside and outside, every pixel in reach is alike.
  const undecided = subtractFromMask(growMask(mask, radius), core);
  return addToMask(core, decided(mask, undecided, halfWidths(radius)));
}

function decided(mask: Mask, undecided: Mask, halves: Int32Array): Mask {
  const { width, height } = mask.size;
  const { rowStart, x0, x1 } = spansOf(undecided);
  const sums = rowSums(mask, 2 * halves.length - 1);
  const balance = new Int32Array(width);
  const runs = startRuns(mask.size);
  for (let y = 0; y < height; y++) {
    for (let span = rowStart[y] ?? 0; span < (rowStart[y + 1] ?? 0); span++) {
      const [from, to] = [x0[span] ?? 0, x1[span] ?? 0];
      balance.fill(0, from, to);
      const last = Math.min(height - 1, y + halves.length - 1);
      for (let row = Math.max(0, y - halves.length + 1); row <= last; row++) {
        weigh(balance, sums(row), halves[Math.abs(row - y)] ?? 0, from, to);
      }
      addMajority(runs.toggleAt, balance, sums(y), from, to, y * width);
    }
  }
  return runs.build();
}

/** Adds, for each x, how many more pixels in [x - half, x + half] are in the mask than not. */
function weigh(
  balance: Int32Array,
  sums: Int32Array,
  half: number,
  from: number,
  to: number,
): void {
  const width = sums.length - 1;
  for (let x = from; x < to; x++) {
    const left = Math.max(x - half, 0);
    const right = Math.min(x + half + 1, width);
    const inside = (sums[right] ?? 0) - (sums[left] ?? 0);
    balance[x] = (balance[x] ?? 0) + 2 * inside - (right - left);
  }
}

// biome-ignore lint/complexity/useMaxParams: bare numbers, so nothing is allocated for a row.
function addMajority(
  toggleAt: (index: number) => void,
  balance: Int32Array,
  sums: Int32Array,
  from: number,
  to: number,
  start: number,
): void {
  for (let x = from; x < to; x++) {
    const more = balance[x] ?? 0;
    const isInside = more === 0 ? (sums[x + 1] ?? 0) > (sums[x] ?? 0) : more > 0;
    if (!isInside) continue;
    toggleAt(start + x);
    toggleAt(start + x + 1);
  }
}

/** By row: how many pixels of the mask lie left of each x. Remembers as many rows as are asked for at a time. */
function rowSums(mask: Mask, remembered: number): (y: number) => Int32Array {
  const { width } = mask.size;
  const { rowStart, x0, x1 } = spansOf(mask);
  const rows = Array.from({ length: remembered }, () => ({ y: -1, sums: new Int32Array(0) }));
  return (y) => {
    const kept = rows[y % remembered];
    if (kept?.y === y) return kept.sums;
    const sums = kept?.sums.length ? kept.sums : new Int32Array(width + 1);
    let [x, sum] = [0, 0];
    for (let span = rowStart[y] ?? 0; span < (rowStart[y + 1] ?? 0); span++) {
      sums.fill(sum, x, (x0[span] ?? 0) + 1);
      for (x = (x0[span] ?? 0) + 1; x <= (x1[span] ?? 0); x++) sums[x] = ++sum;
    }
    sums.fill(sum, x);
    rows[y % remembered] = { y, sums };
    return sums;
  };
}
