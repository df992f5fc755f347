import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropAround, reachesCropEdge } from './crop.ts';

const photo = { width: 400, height: 300 };
const anyBox = fc
  .tuple(
    fc.integer({ min: 0, max: 390 }),
    fc.integer({ min: 0, max: 290 }),
    fc.integer({ min: 1, max: 400 }),
    fc.integer({ min: 1, max: 300 }),
  )
  .map(([x0, y0, width, height]) => {
    return { x0, y0, x1: Math.min(400, x0 + width), y1: Math.min(300, y0 + height) };
  });

test('a crop holds its box with room on each side, in whole pixels of the photo', () => {
  expect(cropAround({ x0: 100, y0: 50, x1: 140, y1: 60 }, photo, 0.5)).toEqual({
    x0: 80,
    y0: 30,
    x1: 160,
    y1: 80,
  });
  fc.assert(
    fc.property(anyBox, fc.double({ min: 0.1, max: 4, noNaN: true }), (box, margin) => {
      const crop = cropAround(box, photo, margin);
      expect(Object.values(crop).every(Number.isInteger)).toBe(true);
      expect(crop.x0 >= 0 && crop.y0 >= 0 && crop.x1 <= 400 && crop.y1 <= 300).toBe(true);
      expect(reachesCropEdge(box, crop, photo)).toBe(false);
    }),
  );
});

test('what reaches the edge of a crop is cut off, but not at the edge of the photo', () => {
  const crop = { x0: 0, y0: 40, x1: 100, y1: 140 };
  expect(reachesCropEdge({ x0: 0, y0: 60, x1: 50, y1: 90 }, crop, photo)).toBe(false);
  expect(reachesCropEdge({ x0: 10, y0: 40, x1: 50, y1: 90 }, crop, photo)).toBe(true);
  expect(reachesCropEdge({ x0: 10, y0: 60, x1: 100, y1: 90 }, crop, photo)).toBe(true);
});
