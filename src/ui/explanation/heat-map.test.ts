import { expect, test } from 'vitest';
import { contract } from '../../contract/contract.ts';
import { colourMap, FULL_COLOUR, greyMap, heatMap, type Picture } from './heat-map.ts';

const { size: SIDE } = contract.mask;

const colourAt = ({ rgba, size }: Picture, x: number, y: number) => {
  const at = 4 * (y * size.width + x);
  return [...rgba.subarray(at, at + 3)];
};

/** Inside left of column 20, ever surer to the left. */
const logits = Float32Array.from({ length: SIDE * SIDE }, (_, i) => 20 - (i % SIDE));

test('shows the photo’s part of the square only', () => {
  expect(heatMap(logits, { width: 1024, height: 683 }).size).toEqual({ width: 256, height: 171 });
});

test('inside is warm, outside cold, the edge black, and what is surer has more colour', () => {
  const picture = heatMap(logits, { width: 1024, height: 1024 });
  const [sure, unsure, outside] = [0, 18, 60].map((x) => colourAt(picture, x, 9));
  expect(sure?.[0]).toBeGreaterThan((sure?.[2] ?? 0) + 100);
  expect(outside?.[2]).toBeGreaterThan((outside?.[0] ?? 0) + 100);
  expect(unsure?.[2]).toBeGreaterThan(sure?.[2] ?? 255);
  expect(colourAt(picture, 19, 9)).toEqual([0, 0, 0]);
});

test('from full colour on nothing changes', () => {
  const picture = heatMap(logits, { width: 1024, height: 1024 });
  expect(colourAt(picture, 0, 0)).toEqual(colourAt(picture, 20 - FULL_COLOUR, 0));
});

test('values go from black to white, and a level map is one grey', () => {
  const size = { width: 2, height: 1 };
  const picture = greyMap(Float32Array.of(-3, 5), size);
  expect([colourAt(picture, 0, 0)[0], colourAt(picture, 1, 0)[0]]).toEqual([0, 255]);
  expect(colourAt(greyMap(Float32Array.of(2, 2), size), 1, 0)[0]).toBe(0);
});

test('components are colours as they come', () => {
  const picture = colourMap(Uint8ClampedArray.of(1, 2, 3, 4, 5, 6), { width: 1, height: 2 });
  expect(colourAt(picture, 0, 1)).toEqual([4, 5, 6]);
});
