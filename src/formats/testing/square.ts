import { expect } from 'vitest';
import { maskArea, maskBox } from '../../mask/measure.ts';
import { readDataset } from '../read-dataset.ts';
import { sourceFiles } from './files.ts';

/** For tests of readers: a photo with a square of 20 pixels, and what a data set says of it. */
export const photo = { name: 'a.jpg', size: { width: 100, height: 80 } };
export const SQUARE = [
  [10, 10],
  [30, 10],
  [30, 30],
  [10, 30],
];
const box = { x0: 10, y0: 10, x1: 30, y1: 30 };

export type Content = Uint8Array<ArrayBuffer> | string;

export async function read(files: Readonly<Record<string, Content | object>>, photos = [photo]) {
  const texts = Object.entries(files).map(([path, content]): [string, Content] => [
    path,
    typeof content === 'string' || content instanceof Uint8Array
      ? content
      : JSON.stringify(content),
  ]);
  const result = await readDataset(sourceFiles(new Map(texts)), photos);
  const objects = result.photos.flatMap((labels) => labels.objects);
  return {
    ...result,
    objects,
    found: objects.map(({ className, mask }) => [className, maskArea(mask)]),
  };
}

export async function expectSquare(
  files: Readonly<Record<string, Content | object>>,
  className = 'cat',
) {
  const { objects, skipped, unmatched } = await read(files);
  expect([...skipped, ...unmatched]).toEqual([]);
  expect(objects.map((object) => [object.className, maskBox(object.mask)])).toEqual([
    [className, box],
  ]);
  return objects[0];
}
