import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskToBitmap } from './bitmap.ts';
import { uniteMasks } from './combine.ts';
import { anyMaskOf, anySize } from './testing/arbitrary.ts';

test('a union has the pixels of any of the masks, and its runs are in the one form', () => {
  const anyMasks = anySize(8).chain((size) =>
    fc.record({ size: fc.constant(size), masks: fc.array(anyMaskOf(size), { maxLength: 4 }) }),
  );
  fc.assert(
    fc.property(anyMasks, ({ size, masks }) => {
      const union = uniteMasks(
        masks.map(({ mask }) => mask),
        size,
      );
      const expected = Array.from({ length: size.width * size.height }, (_, i) =>
        masks.some(({ bitmap }) => bitmap[i] === 1) ? 1 : 0,
      );
      expect([...maskToBitmap(union)]).toEqual(expected);
      expect([...union.runs.slice(1)].every((run) => run > 0)).toBe(true);
    }),
  );
});
