import { expect, test } from 'vitest';
import { maskFromBitmap, maskToRle } from '../masks.ts';
import type { KeptMask } from './types.ts';
import { NOTHING_DONE, undone, withKept, withoutPoints, withPoint } from './work.ts';

const POINT = { x: 1, y: 2 };
const mask = maskFromBitmap(Uint8Array.of(1), { width: 1, height: 1 });
const KEPT: KeptMask = {
  mask,
  rle: maskToRle(mask),
  polygons: [],
  class: '',
  score: 1,
  points: [POINT],
};

test('every step can be taken back, kept masks too', () => {
  const clicked = withPoint(NOTHING_DONE, POINT);
  const kept = withKept(clicked, KEPT);
  expect(kept.now).toEqual({ points: [], kept: [KEPT] });
  expect(undone(kept)).toEqual(clicked);
  expect(undone(undone(kept))).toEqual(NOTHING_DONE);
  expect(undone(NOTHING_DONE)).toBe(NOTHING_DONE);
});

test('clearing is a step only where there is something to clear', () => {
  expect(withoutPoints(NOTHING_DONE)).toBe(NOTHING_DONE);
  const cleared = withoutPoints(withPoint(NOTHING_DONE, POINT));
  expect(cleared.now.points).toEqual([]);
  expect(undone(cleared).now.points).toEqual([POINT]);
});
