import { expect, test } from 'vitest';
import { measurePhoto } from '../../report/measure.ts';
import { measureRows, middleOf } from './measured.ts';
import type { Area } from './tiles.ts';

const PHOTO = { width: 1502, height: 700 };
const WHOLE = { x: 0, y: 0, ...PHOTO };

/** A grained slope. */
function levelAt(x: number, y: number): number {
  return Math.round(60 + (100 * x) / PHOTO.width + ((x * 7919 + y * 104729) % 31));
}

function pixels({ x, y, width, height }: Area, level: (x: number, y: number) => number) {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++)
    rgba.fill(level(x + (i % width), y + Math.floor(i / width)), 4 * i, 4 * i + 3);
  return { size: { width, height }, rgba };
}

test('a photo that comes row by row is measured as one whose pixels lie there', () => {
  const row = new Uint8ClampedArray(PHOTO.width * 4);
  const report = measureRows(PHOTO, (visit, part = WHOLE) => {
    const { rgba } = pixels(part, levelAt);
    for (let y = 0; y < part.height; y++) {
      row.set(rgba.subarray(y * part.width * 4, (y + 1) * part.width * 4));
      visit(row);
    }
  });
  const halved = pixels({ x: 0, y: 0, width: 751, height: 350 }, (x, y) => {
    const [left, top] = [2 * x, 2 * y];
    const sum =
      levelAt(left, top) +
      levelAt(left + 1, top) +
      levelAt(left, top + 1) +
      levelAt(left + 1, top + 1);
    return Math.floor((sum + 2) / 4);
  });
  expect(report).toEqual(measurePhoto(halved, pixels(middleOf(PHOTO), levelAt)));
});

test('the middle is cut along the blocks of JPEG', () => {
  expect(middleOf({ width: 4001, height: 600 })).toEqual({
    x: 1488,
    y: 0,
    width: 1024,
    height: 600,
  });
});
