import { seedWords } from './seed-sequence.ts';
import { density, TAIL, ZIGGURAT } from './ziggurat.ts';

/** The numbers of `numpy.random.default_rng`, so prompts lie where training/evaluation places them. */
export interface Random {
  /** `Generator.integers(below, size=count)`; `below` from 1 to 2 ** 32. */
  integers(below: number, count: number): number[];
  /** `Generator.normal(size=count)`. */
  normals(count: number): number[];
}

const MASK_64 = (1n << 64n) - 1n;
const MASK_128 = (1n << 128n) - 1n;
const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;
const WORD = 2 ** 32;

/** PCG64 (O'Neill); `seeds` are uint32. */
export function createRandom(...seeds: readonly number[]): Random {
  const words = seedWords(seeds, 8);
  const wide = (i: number) => (BigInt(words[i + 1] ?? 0) << 32n) | BigInt(words[i] ?? 0);
  const increment = ((((wide(4) << 64n) | wide(6)) << 1n) | 1n) & MASK_128;
  let state = increment;
  let kept: number | null = null;
  state = stepped((state + ((wide(0) << 64n) | wide(2))) & MASK_128);

  function stepped(before: bigint): bigint {
    return (before * MULTIPLIER + increment) & MASK_128;
  }

  function next64(): bigint {
    state = stepped(state);
    const folded = (state >> 64n) ^ (state & MASK_64);
    const turn = state >> 122n;
    return ((folded >> turn) | (folded << (64n - turn))) & MASK_64;
  }

  /** Two of each draw: the low half first. */
  function next32(): number {
    if (kept !== null) {
      const half = kept;
      kept = null;
      return half;
    }
    const drawn = next64();
    kept = Number(drawn >> 32n);
    return Number(drawn & 0xffffffffn);
  }

  function unit(): number {
    return Number(next64() >> 11n) / 2 ** 53;
  }

  /** Lemire's, which draws again where some numbers would come more often. */
  function below(bound: number): number {
    if (bound === 1) return 0;
    const least = WORD % bound;
    for (;;) {
      const product = BigInt(next32()) * BigInt(bound);
      if (Number(product & 0xffffffffn) >= least) return Number(product >> 32n);
    }
  }

  function normal(): number {
    for (;;) {
      const drawn = next64();
      const layer = Number(drawn & 0xffn);
      const isNegative = ((drawn >> 8n) & 1n) === 1n;
      const place = (drawn >> 9n) & 0xfffffffffffffn;
      const size = Number(place) * (ZIGGURAT.width[layer] ?? 0);
      const x = isNegative ? -size : size;
      if (Number(place) < (ZIGGURAT.sure[layer] ?? 0)) return x;
      if (layer === 0) return ((place >> 8n) & 1n) === 1n ? -tail() : tail();
      const [upper, lower] = [ZIGGURAT.height[layer - 1] ?? 0, ZIGGURAT.height[layer] ?? 0];
      if ((upper - lower) * unit() + lower < density(x)) return x;
    }
  }

  function tail(): number {
    for (;;) {
      const x = -Math.log1p(-unit()) / TAIL;
      const y = -Math.log1p(-unit());
      if (2 * y > x * x) return TAIL + x;
    }
  }

  return {
    integers: (bound, count) => Array.from({ length: count }, () => below(bound)),
    normals: (count) => Array.from({ length: count }, normal),
  };
}
