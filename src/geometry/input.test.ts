import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputSizeOf, toInput } from './input.ts';

/** From segment-anything's ResizeLongestSide.get_preprocess_shape(height, width, 1024). */
test.each([
  [
    { width: 1800, height: 1200 },
    { width: 1024, height: 683 },
  ],
  [
    { width: 1200, height: 1800 },
    { width: 683, height: 1024 },
  ],
  [
    { width: 640, height: 480 },
    { width: 1024, height: 768 },
  ],
  [
    { width: 1023, height: 1022 },
    { width: 1024, height: 1023 },
  ],
  [
    { width: 2048, height: 1025 },
    { width: 1024, height: 513 },
  ],
  [
    { width: 1, height: 1 },
    { width: 1024, height: 1024 },
  ],
  [
    { width: 1, height: 5000 },
    { width: 1, height: 1024 },
  ],
])('%o becomes %o', (photo, input) => {
  expect(inputSizeOf(photo, 1024)).toEqual(input);
});

test('the far corner of the photo is the far corner of the input, whatever the rounding', () => {
  const side = fc.integer({ min: 1, max: 12000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const photo = { width, height };
      const input = inputSizeOf(photo, 1024);
      const corner = toInput({ x: width, y: height }, photo, input);
      expect(corner).toEqual({ x: input.width, y: input.height });
    }),
  );
});

test('each axis has its own scale', () => {
  const [photo, input] = [
    { width: 100, height: 50 },
    { width: 200, height: 25 },
  ];
  expect(toInput({ x: 10, y: 20 }, photo, input)).toEqual({ x: 20, y: 10 });
});
