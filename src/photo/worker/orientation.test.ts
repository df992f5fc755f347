import { describe, expect, it } from 'vitest';
import { upright } from './orientation.ts';

describe('orientation', () => {
  const size = { width: 3, height: 2 };
  const stored = { size, data: new Uint8ClampedArray(24).map((_, i) => i >> 2) };

  // Stored as   0 1 2
  //             3 4 5
  it.each([
    [1, [0, 1, 2, 3, 4, 5]],
    [2, [2, 1, 0, 5, 4, 3]],
    [3, [5, 4, 3, 2, 1, 0]],
    [4, [3, 4, 5, 0, 1, 2]],
    [5, [0, 3, 1, 4, 2, 5]],
    [6, [3, 0, 4, 1, 5, 2]],
    [7, [5, 2, 4, 1, 3, 0]],
    [8, [2, 5, 1, 4, 0, 3]],
    [9, [0, 1, 2, 3, 4, 5]],
  ])('%i turns the picture upright', (orientation, pixels) => {
    const result = upright(stored, orientation);
    expect(Array.from(result.data.filter((_, i) => i % 4 === 0))).toEqual(pixels);
    const isTurned = orientation >= 5 && orientation <= 8;
    expect(result.size).toEqual(isTurned ? { width: 2, height: 3 } : size);
  });
});
