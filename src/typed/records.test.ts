import fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';
import { keysOf, recordOf } from './records.ts';

test('a record has a value for each of its names, in their order, and no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/)), (names) => {
      const record = recordOf(names, (name) => name.length);
      expect(keysOf(record)).toEqual(names);
      expect(Object.values(record)).toEqual(names.map(({ length }) => length));
    }),
  );
});

test('names keep their type', () => {
  expectTypeOf(keysOf({ a: 1, b: 2 })).toEqualTypeOf<readonly ('a' | 'b')[]>();
  expectTypeOf(recordOf(['a', 'b'], () => 1)).toEqualTypeOf<Record<'a' | 'b', number>>();
});
