/** Numbers that are the same for the same seed, in every browser. */
export interface Random {
  /** Uniform, from 0 up to but without 1. */
  next(): number;
  between(least: number, most: number): number;
  /** One of 0 to count - 1. */
  index(count: number): number;
  /** Mean 0, deviation 1. */
  normal(): number;
}

/** Small fast counter (sfc32) on 128 bits of state; `seeds` are integers. */
export function createRandom(...seeds: readonly number[]): Random {
  let [a, b, c] = [0x9e3779b9, seeds[0] ?? 0, seeds[1] ?? 0];
  let count = 1;
  let spare: number | null = null;

  function next(): number {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  }

  /** Box and Muller's, which makes two at a time. */
  function normal(): number {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  // Seeds that are close to each other differ after a few rounds.
  for (let i = 0; i < 16; i++) next();
  return {
    next,
    normal,
    between: (least, most) => least + (most - least) * next(),
    index: (choices) => Math.floor(next() * choices),
  };
}
