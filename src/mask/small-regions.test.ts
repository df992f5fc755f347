import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromBitmap } from './bitmap.ts';
import { removeSmallRegions } from './small-regions.ts';
import { anyMask, maskFromPicture } from './testing/arbitrary.ts';
import { piecesOf } from './testing/bitmaps.ts';

test('small background is filled, then small foreground goes, as on bitmaps', () => {
  fc.assert(
    fc.property(anyMask(10), fc.integer({ min: 1, max: 12 }), ({ mask, bitmap }, least) => {
      const expected = bitmap.slice();
      for (const piece of piecesOf(expected.slice(), mask.size, 0, 'corners'))
        if (piece.length < least) for (const i of piece) expected[i] = 1;
      const islands = piecesOf(expected.slice(), mask.size, 1, 'corners');
      const longest = Math.max(...islands.map(({ length }) => length));
      const kept = longest < least ? islands.find(({ length }) => length === longest) : undefined;
      for (const piece of islands)
        if (piece.length < least && piece !== kept) for (const i of piece) expected[i] = 0;
      expect(removeSmallRegions(mask, least).mask).toEqual(maskFromBitmap(expected, mask.size));
    }),
  );
});

test('it says whether there was anything to clean', () => {
  const mask = maskFromPicture('###..', '#.#..', '###..');
  expect(removeSmallRegions(mask, 1)).toEqual({ mask, changed: false });
  expect(removeSmallRegions(mask, 2).changed).toBe(true);
});

test('of nothing but specks the largest stays', () => {
  const mask = maskFromPicture('#...#', '....#', '.....');
  expect(removeSmallRegions(mask, 5).mask).toEqual(maskFromPicture('....#', '....#', '.....'));
});
