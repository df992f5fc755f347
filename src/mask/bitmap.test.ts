import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromBitmap, maskToBitmap } from './bitmap.ts';
import { anyMask } from './testing/arbitrary.ts';

test('a bitmap comes back from its runs', () => {
  fc.assert(
    fc.property(anyMask(), ({ mask, bitmap }) => {
      expect(maskToBitmap(mask)).toEqual(bitmap);
    }),
  );
});

test('runs add up to the photo, and none but the first is empty', () => {
  fc.assert(
    fc.property(anyMask(), ({ mask }) => {
      const sum = mask.runs.reduce((total, run) => total + run, 0);
      expect(sum).toBe(mask.size.width * mask.size.height);
      expect([...mask.runs.slice(1)].every((run) => run > 0)).toBe(true);
    }),
  );
});

test('an empty mask is one background run, a full one starts with an empty background run', () => {
  const size = { width: 3, height: 2 };
  expect([...maskFromBitmap(new Uint8Array(6), size).runs]).toEqual([6]);
  expect([...maskFromBitmap(new Uint8Array(6).fill(255), size).runs]).toEqual([0, 6]);
});

test('a bitmap of the wrong length is refused', () => {
  expect(() => maskFromBitmap(new Uint8Array(5), { width: 3, height: 2 })).toThrow(RangeError);
});
