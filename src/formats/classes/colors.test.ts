import { expect, test } from 'vitest';
import { colorFromHex, hexColor, vocColor, vocIndex } from './colors.ts';

test('VOC colours are those of its own tools, and tell their number', () => {
  expect([0, 1, 2, 15, 255].map(vocColor)).toEqual([
    [0, 0, 0],
    [128, 0, 0],
    [0, 128, 0],
    [192, 128, 128],
    [224, 224, 192],
  ]);
  const numbers = Array.from({ length: 1000 }, (_, i) => i);
  expect(numbers.map((number) => vocIndex(vocColor(number)))).toEqual(numbers);
});

test('hexadecimal colours go both ways', () => {
  expect(hexColor([255, 128, 0])).toBe('#ff8000');
  expect(colorFromHex('#ff8000')).toEqual([255, 128, 0]);
  expect(colorFromHex('red')).toBeNull();
});
