import { createRandom } from '../degrade/random.ts';
import type { Mean } from './results.ts';

const DRAWS = 2000;
const [LOW, HIGH] = [0.025, 0.975];
const SEED = 0;

/** A value of each photo to their mean and its interval; the same values give the same one. Throws a RangeError for none. */
export function meanOf(values: readonly number[]): Mean {
  if (values.length === 0) throw new RangeError('no values have no mean');
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const drawn = drawnMeans(Float64Array.from(values)).sort();
  return { mean, low: percentile(drawn, LOW), high: percentile(drawn, HIGH) };
}

function drawnMeans(values: Float64Array): Float64Array {
  const picks = picksOf(values.length);
  const means = new Float64Array(DRAWS);
  for (let draw = 0, i = 0; draw < DRAWS; draw++) {
    let sum = 0;
    for (let k = 0; k < values.length; k++, i++) sum += values[picks[i] ?? 0] ?? 0;
    means[draw] = sum / values.length;
  }
  return means;
}

let known: { readonly count: number; readonly picks: Uint32Array } | null = null;

/** Which photos each draw takes; kept, since nearly all means are of as many photos. */
function picksOf(count: number): Uint32Array {
  if (known?.count === count) return known.picks;
  const random = createRandom(SEED, count);
  const picks = Uint32Array.from({ length: DRAWS * count }, () => random.index(count));
  known = { count, picks };
  return picks;
}

/** Straight between the two nearest, as NumPy has it. */
function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const [a, b] = [sorted[below] ?? 0, sorted[Math.min(below + 1, sorted.length - 1)] ?? 0];
  return a + (b - a) * (place - below);
}
