import fc from 'fast-check';

/**
 * Each parser gets a thousand damaged inputs, ten thousand in CI: the same ones each time, unless `FUZZ_SEED` asks
 * for others.
 */
export const FUZZ = {
  numRuns: process.env.CI ? 10_000 : 1_000,
  seed: Number(process.env.FUZZ_SEED ?? 1),
};

/** No input of a fuzz test may take longer; far above what a busy machine makes of a millisecond. */
const MOST_MILLISECONDS = 10_000;

/** Runs one input; throws where it took too long, or left something on all objects. */
export async function inBounds<T>(work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const took = performance.now() - start;
  if (took > MOST_MILLISECONDS) throw new Error(`took ${took} ms`);
  for (const key in {}) throw new Error(`all objects have ${key} now`);
  if (Object.getOwnPropertyNames(Object.prototype).length !== OWN_NAMES) {
    throw new Error('Object.prototype was changed');
  }
  return result;
}

const OWN_NAMES = Object.getOwnPropertyNames(Object.prototype).length;

const HOSTILE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  '../../a.png',
  'C:\\a.png',
  '/a.png',
  'a\u0000.png',
  '\u001b[2J\r\n',
  '\u202egnp.a',
  '\ud800',
  'x'.repeat(3000),
  '',
] as const;

const HOSTILE_NUMBERS = [
  0,
  -0,
  -1,
  0.5,
  1,
  7,
  255,
  65_536,
  99_999,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  1e308,
  -1e308,
  5e-324,
] as const;

/** Written into JSON as it stands: what `JSON.stringify` never writes, but others do. */
const RAW = ['1e999', '-1e999', 'NaN', '-', '"\\ud800"', '[[[[[[]]]]]]'] as const;

type Damage = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** Whole files with bytes changed, cut out, put in, or repeated, and noise. */
export function damagedBytes(
  files: readonly Uint8Array<ArrayBuffer>[],
): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const at = fc.nat();
  const damage: fc.Arbitrary<Damage> = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(at, fc.nat(255)).map(([i, byte]) => setting(i, [byte])) },
    { weight: 3, arbitrary: fc.tuple(at, anyWord).map(([i, word]) => setting(i, word)) },
    fc.tuple(at, fc.uint8Array({ maxLength: 8 })).map(([i, more]) => inserting(i, more)),
    fc.tuple(at, at).map(([i, count]) => cutting(i, count)),
    at.map((i) => ending(i)),
    fc.tuple(at, fc.nat(64)).map(([i, count]) => repeating(i, count)),
  );
  const damaged = fc
    .tuple(fc.constantFrom(...files), fc.array(damage, { minLength: 1, maxLength: 4 }))
    .map(([file, all]) => all.reduce((bytes, one) => one(bytes), file.slice()));
  const noise = fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes));
  return fc.oneof({ weight: 9, arbitrary: damaged }, noise);
}

/** Lengths and offsets that overrun, in either byte order. */
const anyWord = fc.constantFrom(
  [0, 0, 0, 0],
  [0, 0, 0, 1],
  [1, 0, 0, 0],
  [0x7f, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0x7f],
  [0xff, 0xff, 0xff, 0xff],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
);

function setting(at: number, values: readonly number[]): Damage {
  return (bytes) => {
    for (const [i, value] of values.entries()) bytes[(at + i) % bytes.length] = value;
    return bytes;
  };
}

function inserting(at: number, more: Uint8Array): Damage {
  return (bytes) => {
    const from = at % (bytes.length + 1);
    return Uint8Array.of(...bytes.subarray(0, from), ...more, ...bytes.subarray(from));
  };
}

function cutting(at: number, count: number): Damage {
  return (bytes) => {
    const from = at % (bytes.length + 1);
    const end = from + (count % 16);
    return Uint8Array.of(...bytes.subarray(0, from), ...bytes.subarray(end));
  };
}

function ending(at: number): Damage {
  return (bytes) => bytes.slice(0, at % (bytes.length + 1));
}

function repeating(at: number, count: number): Damage {
  return (bytes) => inserting(at, bytes.slice(at % (bytes.length + 1)).subarray(0, count))(bytes);
}

/** Documents with anything in the place of anything, `__proto__` among the keys, and broken text. */
export function damagedJson(documents: readonly unknown[]): fc.Arbitrary<string> {
  const value = fc.oneof(
    fc.constantFrom(...HOSTILE_NAMES, ...HOSTILE_NUMBERS),
    fc.constantFrom(...RAW.map((text) => `@${text}`)),
    fc.constantFrom(null, true, [], {}, [[]], [null], [1, 2, 3, 4, 5, 6], { toString: 1 }),
    fc.array(fc.integer({ min: -3, max: 30 }), { maxLength: 8 }),
  );
  const edit = fc.record({
    at: fc.nat(),
    value,
    key: fc.constantFrom(...HOSTILE_NAMES),
    how: fc.constantFrom('replace', 'replace', 'replace', 'delete', 'add', 'double'),
  });
  const edited = fc
    .tuple(fc.constantFrom(...documents), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([document, edits]) => {
      const root = [structuredClone(document)];
      for (const one of edits) apply(root, one);
      return JSON.stringify(root[0] ?? null).replace(/"@([^"]*|"\\\\ud800\\")"/g, '$1');
    });
  const cut = fc.tuple(edited, fc.nat()).map(([text, at]) => text.slice(0, at % text.length));
  return fc.oneof({ weight: 17, arbitrary: edited }, cut, fc.string(), fc.json());
}

interface Edit {
  readonly at: number;
  readonly value: unknown;
  readonly key: string;
  readonly how: string;
}

function apply(root: unknown[], { at, value, key, how }: Edit): void {
  const places = placesIn(root);
  const [parent, place] = places[at % places.length] ?? [root, '0'];
  const there = Reflect.get(parent, place);
  // Values are used more than once, and must not come to hold themselves.
  const own = structuredClone(value);
  if (how === 'replace') put(parent, place, own);
  if (how === 'delete') Reflect.deleteProperty(parent, place);
  if (how === 'add') put(typeof there === 'object' && there ? there : parent, key, own);
  if (how === 'double' && Array.isArray(parent)) {
    parent.push(...Array.from({ length: 5 }, () => structuredClone(there)));
  }
}

/** Also `__proto__` as a key of its own, as JSON can have it. */
function put(parent: object, key: string, value: unknown): void {
  if (Array.isArray(parent) && !/^\d+$/.test(key)) parent.push(value);
  else {
    Object.defineProperty(parent, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}

function placesIn(node: object): [parent: object, key: string][] {
  return Object.entries(node).flatMap(([key, child]): [object, string][] => [
    [node, key],
    ...(typeof child === 'object' && child ? placesIn(child) : []),
  ]);
}

/** Texts with words, numbers and signs exchanged for hostile ones; `snippets` are the format's own. */
export function damagedText(
  texts: readonly string[],
  snippets: readonly string[],
): fc.Arbitrary<string> {
  const words = [...HOSTILE_NAMES, ...HOSTILE_NUMBERS.map(String), 'NaN', '1e999', ...snippets];
  const edit = fc.record({
    at: fc.nat(),
    word: fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 5 })),
    keeps: fc.boolean(),
  });
  const edited = fc
    .tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) => {
      const parts = text.match(/[\w.+-]+|[^\w]/g) ?? [];
      for (const { at, word, keeps } of edits) {
        const i = at % parts.length;
        parts[i] = keeps ? word + parts[i] : word;
      }
      return parts.join('');
    });
  const cut = fc.tuple(edited, fc.nat()).map(([text, at]) => text.slice(0, at % text.length));
  return fc.oneof({ weight: 18, arbitrary: edited }, cut, fc.string());
}
