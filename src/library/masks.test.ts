import { expect, test } from 'vitest';
import {
  maskFromBitmap,
  maskFromPolygons,
  maskFromRle,
  maskToPolygons,
  maskToRle,
} from './masks.ts';

/** A ring and a speck. */
const SIZE = { width: 5, height: 4 };
const MASK = maskFromBitmap(
  Uint8Array.from('11100 10100 11100 00001'.replaceAll(' ', ''), Number),
  SIZE,
);

test('a mask comes back from COCO’s run lengths', () => {
  const rle = maskToRle(MASK);
  expect(rle.size).toEqual([4, 5]);
  expect(maskFromRle(rle)).toEqual(MASK);
  expect(() => maskFromRle({ ...rle, size: [4, 6] })).toThrow(RangeError);
});

test('a mask comes back from its polygons, with its hole', () => {
  const polygons = maskToPolygons(MASK);
  expect(polygons.map(({ holes }) => holes.length)).toEqual([1, 0]);
  expect(maskFromPolygons(polygons, SIZE)).toEqual(MASK);
});
