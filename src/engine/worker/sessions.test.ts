import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallestFor } from './sessions.ts';

const sizes = [
  { width: 1024, height: 1024 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 1024, height: 576 },
].map((input) => ({ input }));

describe('the encoder for a photo', () => {
  test.each([
    [1024, 768, 1024, 768],
    [1024, 683, 1024, 768],
    [1024, 576, 1024, 576],
    [683, 1024, 768, 1024],
    [1024, 1024, 1024, 1024],
    [769, 769, 1024, 1024],
    [1024, 1, 1024, 576],
  ])('%ix%i goes into %ix%i', (width, height, inputWidth, inputHeight) => {
    const { input } = smallestFor({ width, height }, sizes);
    expect(input).toEqual({ width: inputWidth, height: inputHeight });
  });

  test('it holds the photo, and no smaller one does', () => {
    const side = fc.integer({ min: 1, max: 1024 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const holds = ({ input }: (typeof sizes)[number]) =>
          input.width >= width && input.height >= height;
        const area = ({ input }: (typeof sizes)[number]) => input.width * input.height;
        const chosen = smallestFor({ width, height }, sizes);
        expect(holds(chosen)).toBe(true);
        expect(area(chosen)).toBe(Math.min(...sizes.filter(holds).map(area)));
      }),
    );
  });

  test('a photo that no encoder holds is an error', () => {
    expect(() => smallestFor({ width: 1025, height: 1 }, sizes)).toThrow(/1025x1/);
  });
});
