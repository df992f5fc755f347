import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBeside } from './place-beside.ts';

const page = { width: 1000, height: 800 };
const size = { width: 200, height: 100 };

test('on the first side where there is room', () => {
  const at = (x: number, y: number) =>
    placeBeside({ x, y, width: 40, height: 40 }, size, page, ['below', 'above', 'left'], 10);
  expect(at(100, 100)).toEqual({ x: 100, y: 150, side: 'below' });
  expect(at(100, 700)).toEqual({ x: 100, y: 590, side: 'above' });
  expect(at(900, 300)).toEqual({ x: 690, y: 300, side: 'left' });
});

test('it covers nothing of the anchor where any side has room, in a corner too', () => {
  const at = placeBeside(
    { x: 880, y: 740, width: 110, height: 44 },
    size,
    page,
    ['below', 'above', 'left', 'right'],
    10,
  );
  expect(at).toEqual({ x: 792, y: 630, side: 'above' });
  const sides = ['below', 'above', 'left', 'right'] as const;
  fc.assert(
    fc.property(fc.nat(960), fc.nat(760), (x, y) => {
      const card = placeBeside({ x, y, width: 40, height: 40 }, size, page, sides, 10);
      const isApart =
        card.x >= x + 40 ||
        card.x + size.width <= x ||
        card.y >= y + 40 ||
        card.y + size.height <= y;
      expect(isApart).toBe(true);
    }),
  );
});

test('whatever it belongs to, it stays on the page', () => {
  const place = fc.integer({ min: -500, max: 1500 });
  fc.assert(
    fc.property(place, place, fc.nat(600), fc.nat(600), (x, y, width, height) => {
      const at = placeBeside({ x, y, width, height }, size, page, ['below', 'above'], 10);
      expect(at.x).toBeGreaterThanOrEqual(0);
      expect(at.y).toBeGreaterThanOrEqual(0);
      expect(at.x + size.width).toBeLessThanOrEqual(page.width);
      expect(at.y + size.height).toBeLessThanOrEqual(page.height);
    }),
  );
});
