/** NumPy's SeedSequence: what `numpy.random.default_rng` makes of some integers. */

const POOL = 4;
const [INIT_A, MULT_A] = [0x43b0d7e5, 0x931e8875];
const [INIT_B, MULT_B] = [0x8b51f9dd, 0x58f38ded];
const [MIX_LEFT, MIX_RIGHT] = [0xca01f9dd, 0x4973f715];

/** `entropy` and what comes of it: uint32. */
export function seedWords(entropy: readonly number[], count: number): Uint32Array {
  const pool = mixed(entropy);
  const words = new Uint32Array(count);
  let constant = INIT_B;
  for (let i = 0; i < count; i++) {
    let word = (pool[i % POOL] ?? 0) ^ constant;
    constant = Math.imul(constant, MULT_B);
    word = Math.imul(word, constant);
    words[i] = word ^ (word >>> 16);
  }
  return words;
}

function mixed(entropy: readonly number[]): Uint32Array {
  const pool = new Uint32Array(POOL);
  let constant = INIT_A;

  function hashed(value: number): number {
    const salted = value ^ constant;
    constant = Math.imul(constant, MULT_A);
    const word = Math.imul(salted, constant);
    return word ^ (word >>> 16);
  }

  function mixInto(to: number, value: number): void {
    const word = Math.imul(MIX_LEFT, pool[to] ?? 0) - Math.imul(MIX_RIGHT, hashed(value));
    pool[to] = word ^ (word >>> 16);
  }

  for (let i = 0; i < POOL; i++) pool[i] = hashed(entropy[i] ?? 0);
  for (let from = 0; from < POOL; from++)
    for (let to = 0; to < POOL; to++) if (from !== to) mixInto(to, pool[from] ?? 0);
  for (const value of entropy.slice(POOL)) for (let to = 0; to < POOL; to++) mixInto(to, value);
  return pool;
}
