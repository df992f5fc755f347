import fc from 'fast-check';

/** JSON in which the keys a reader looks for hold anything, and sometimes what is no JSON at all. */
export function anyHostileJson(keys: readonly string[]): fc.Arbitrary<string> {
  const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
    leaf: fc.oneof(
      fc.constantFrom(null, true, '', 'a.jpg', '__proto__', -1, 0, 1, 5, 1e300, 4.5),
      // What turns into neither text nor number.
      fc.constant({ toString: 1, valueOf: 1 }),
      fc.array(fc.double(), { maxLength: 8 }),
    ),
    tree: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      tie('leaf'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(...keys, 'id', 'file_name', 'width', 'height', 'size', 'name', 'bbox'),
        tie('tree'),
        { maxKeys: 6 },
      ),
    ),
  }));
  const rooted = fc.record(Object.fromEntries(keys.map((key) => [key, tree])), {
    requiredKeys: keys.slice(0, 2),
  });
  return fc.oneof(
    fc.oneof(rooted, tree).map((value) => JSON.stringify(value)),
    fc.oneof(rooted, tree).map((value) => JSON.stringify(value).slice(0, -1)),
    fc.string(),
  );
}
