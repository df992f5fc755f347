import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromBitmap } from './bitmap.ts';
import { uniteMasks } from './combine.ts';
import { countParts, dropSpecks, fillHoles, splitMask } from './holes.ts';
import { anyMask, maskFromPicture } from './testing/arbitrary.ts';
import { isOnEdge, piecesOf } from './testing/bitmaps.ts';

const most = fc.integer({ min: 0, max: 12 });

test('holes up to a size are filled, larger ones and bays stay', () => {
  fc.assert(
    fc.property(anyMask(10), most, ({ mask, bitmap }, limit) => {
      const filled = bitmap.slice();
      for (const piece of piecesOf(bitmap, mask.size, 0, 'corners')) {
        const isHole = !piece.some((i) => isOnEdge(i, mask.size));
        if (isHole && piece.length <= limit) for (const i of piece) filled[i] = 1;
      }
      expect(fillHoles(mask, limit)).toEqual(maskFromBitmap(filled, mask.size));
    }),
  );
});

test('specks up to a size are dropped', () => {
  fc.assert(
    fc.property(anyMask(10), most, ({ mask, bitmap }, limit) => {
      const kept = bitmap.slice();
      for (const piece of piecesOf(bitmap, mask.size, 1, 'edges')) {
        if (piece.length <= limit) for (const i of piece) kept[i] = 0;
      }
      expect(dropSpecks(mask, limit)).toEqual(maskFromBitmap(kept, mask.size));
    }),
  );
});

test('split parts are the connected pieces, and together they are the mask', () => {
  fc.assert(
    fc.property(anyMask(10), ({ mask, bitmap }) => {
      const { size } = mask;
      const pieces = piecesOf(bitmap, size, 1, 'edges');
      const masks = pieces.map((piece) => {
        const alone = new Uint8Array(bitmap.length);
        for (const i of piece) alone[i] = 1;
        return maskFromBitmap(alone, size);
      });
      expect(splitMask(mask)).toEqual(masks);
      expect(uniteMasks(splitMask(mask), size)).toEqual(mask);
      const inside = piecesOf(bitmap, size, 0, 'corners').filter(
        (piece) => !piece.some((i) => isOnEdge(i, size)),
      );
      expect(countParts(mask)).toEqual({ parts: pieces.length, holes: inside.length });
    }),
  );
});

test('a hole that meets the outside at a corner is none, as its outline says', () => {
  const mask = maskFromPicture('.####', '#.#.#', '#####');
  expect(countParts(mask)).toEqual({ parts: 1, holes: 1 });
  expect(fillHoles(mask, 9)).toEqual(maskFromPicture('.####', '#.###', '#####'));
});
