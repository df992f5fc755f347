import { describe, expect, test } from 'vitest';
import { preprocess } from './preprocess.ts';

describe('photo to the encoder’s input', () => {
  const image = {
    size: { width: 2, height: 1 },
    rgb: Uint8Array.of(0, 128, 255, 10, 20, 30),
  };

  test('planes of red, green and blue, normalised, and zeros right of and below the photo', () => {
    const out = preprocess(image, { width: 3, height: 2 });
    const red = [(0 - 123.675) / 58.395, (10 - 123.675) / 58.395];
    const green = [(128 - 116.28) / 57.12, (20 - 116.28) / 57.12];
    const blue = [(255 - 103.53) / 57.375, (30 - 103.53) / 57.375];
    const plane = ([a, b]: number[]) => [a, b, 0, 0, 0, 0];
    const expected = [red, green, blue].flatMap(plane);
    expect([...out]).toEqual(expected.map((value) => expect.closeTo(value as number, 5)));
  });

  test('a photo larger than the input is refused', () => {
    expect(() => preprocess(image, { width: 1, height: 1 })).toThrow(RangeError);
  });

  test('a buffer of the wrong length is refused', () => {
    const short = { size: image.size, rgb: image.rgb.slice(1) };
    expect(() => preprocess(short, { width: 2, height: 2 })).toThrow(/5 bytes/);
  });
});
