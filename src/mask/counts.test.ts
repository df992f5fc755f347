import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromCounts } from './counts.ts';
import { anyMask } from './testing/arbitrary.ts';

test('runs cut in two by an empty one mean the same', () => {
  fc.assert(
    fc.property(anyMask(), fc.nat(), ({ mask }, seed) => {
      const counts = [...mask.runs].flatMap((run, i) => {
        const part = (seed + i) % (run + 1);
        return [part, 0, run - part];
      });
      expect(maskFromCounts(counts, mask.size)).toEqual(mask);
    }),
  );
});

test.each([
  ['too many', [3, 4]],
  ['too few', [3, 2]],
  ['none', []],
  ['negative', [7, -1]],
  ['half a pixel', [5.5, 0.5]],
  ['no number', [Number.NaN, 6]],
  ['more than numbers can count', [Number.MAX_VALUE, 6]],
])('%s: refused', (_, counts) => {
  expect(() => maskFromCounts(counts, { width: 3, height: 2 })).toThrow(RangeError);
});
