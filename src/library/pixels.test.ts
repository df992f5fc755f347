import { expect, test } from 'vitest';
import { RobustSamError } from './errors.ts';
import { pixelsToFile } from './pixels.ts';

test('pixels are a BMP: bottom row first, blue before red, transparency on white', async () => {
  const data = [255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 9, 255, 10, 20, 30, 255];
  const bytes = new Uint8Array(await pixelsToFile({ width: 2, height: 2, data }).arrayBuffer());
  expect([...bytes.subarray(0, 2)]).toEqual([0x42, 0x4d]);
  expect([...bytes.subarray(54)]).toEqual([
    ...[9, 0, 0, 30, 20, 10, 0, 0],
    ...[0, 0, 255, 255, 255, 255, 0, 0],
  ]);
});

test.each([
  { width: 2, height: 2, data: [1, 2, 3] },
  { width: 0, height: 2, data: [] },
  { width: 0.5, height: 2, data: [1, 2, 3, 4] },
])('$width x $height pixels with $data are refused', (pixels) => {
  expect(() => pixelsToFile(pixels)).toThrow(RobustSamError);
});
