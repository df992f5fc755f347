import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMask, maskFromPicture } from '../../mask/testing/arbitrary.ts';
import { cocoCounts, compressCounts, expandCounts, maskFromCocoCounts } from './rle.ts';

test('counts go down the columns, background first', () => {
  expect([...cocoCounts(maskFromPicture('.##', '.#.'))]).toEqual([2, 3, 1]);
});

test('a mask comes back from its compressed counts', () => {
  fc.assert(
    fc.property(anyMask(), ({ mask }) => {
      const counts = expandCounts(compressCounts(cocoCounts(mask)));
      expect(maskFromCocoCounts(counts, mask.size)).toEqual(mask);
    }),
  );
});

test('counts of any size come back', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1e9)), (counts) => {
      expect(expandCounts(compressCounts(counts))).toEqual(counts);
    }),
  );
});

describe('what pycocotools writes', () => {
  test.each([
    ['231', [2, 3, 1]],
    ['0PZS6', [0, 200_000]],
    ['T[]h0dj2\\R1000', [800_100, 2900, 1100, 2900, 1100, 2900]],
  ])('%s', (text, counts) => {
    expect(expandCounts(text)).toEqual(counts);
    expect(compressCounts(counts)).toBe(text);
  });
});

test('any text is counts or a RangeError, never more counts than signs', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        expect(expandCounts(text).length).toBeLessThanOrEqual(text.length);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});

test.each([['o'], ['oooooooooooooooo0'], ['\u00e9'], [' ']])('%j is refused', (text) => {
  expect(() => expandCounts(text)).toThrow(RangeError);
});
