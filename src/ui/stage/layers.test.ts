import { expect, test } from 'vitest';
import { createView } from '../../app/context.ts';
import { changedLayers } from './layers.ts';
import { chooseLevel } from './paint-photo.ts';

// vitest runs this without a browser: only the decisions are tested here, the pictures in e2e/.
const levels = [6000, 3000, 1500, 750].map((width) => ({
  size: { width, height: width / 2 },
  tiles: [],
}));

test('a level is chosen that has a pixel for every device pixel, and no finer one', () => {
  const widthAt = (scale: number) => chooseLevel(levels, scale)?.size.width;
  expect(widthAt(1)).toBe(6000);
  expect(widthAt(0.51)).toBe(6000);
  expect(widthAt(0.5)).toBe(3000);
  expect(widthAt(0.3)).toBe(3000);
  expect(widthAt(0.25)).toBe(1500);
  expect(widthAt(0.01)).toBe(750);
  expect(widthAt(12)).toBe(6000);
  expect(chooseLevel([], 1)).toBeUndefined();
});

test('only the layers that show a change are painted', () => {
  const before = createView().getState();
  const now = (change: Partial<typeof before>) => changedLayers({ ...before, ...change }, before);
  expect(now({ pointer: { x: 1, y: 2 }, polarity: 'exclude' })).toEqual([]);
  expect(now({ draftBox: { x0: 0, y0: 0, x1: 1, y1: 1 } })).toEqual(['live']);
  expect(now({ selectedObjectId: 'a' })).toEqual(['objects']);
  expect(now({ viewport: { ...before.viewport } })).toEqual(['photo', 'objects', 'live']);
});
