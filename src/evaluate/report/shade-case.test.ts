import { expect, test } from 'vitest';
import { maskFromBitmap } from '../../mask/bitmap.ts';
import { CASE_COLOURS, caseSize, shadeCase } from './shade-case.ts';

test('right, missed and surplus pixels get colours of their own, the others stay', () => {
  const size = { width: 4, height: 1 };
  const rgba = new Uint8ClampedArray(16).fill(0);
  const mask = maskFromBitmap(Uint8Array.of(1, 0, 1, 0), size);
  const truth = maskFromBitmap(Uint8Array.of(1, 1, 0, 0), size);
  shadeCase(rgba, size, mask, truth);
  const { common, missed, surplus } = CASE_COLOURS;
  const half = [common, missed, surplus].flatMap((rgb) => [...rgb.map((value) => value / 2), 0]);
  expect([...rgba]).toEqual([...Uint8ClampedArray.from(half), 0, 0, 0, 0]);
});

test('masks of the photo’s size are shown on a smaller picture', () => {
  const photo = { width: 8, height: 4 };
  const size = caseSize(photo, 4);
  expect(size).toEqual({ width: 4, height: 2 });
  const left = maskFromBitmap(
    Uint8Array.from({ length: 32 }, (_, i) => (i % 8 < 4 ? 1 : 0)),
    photo,
  );
  const rgba = new Uint8ClampedArray(32).fill(0);
  shadeCase(rgba, size, left, left);
  const green = Array.from({ length: 8 }, (_, i) => rgba[i * 4 + 1]);
  expect(green).toEqual([98, 98, 0, 0, 98, 98, 0, 0]);
  expect(caseSize({ width: 3, height: 900 }, 100)).toEqual({ width: 1, height: 100 });
  expect(caseSize(photo, 100)).toEqual(photo);
});
