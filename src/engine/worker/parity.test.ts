import { describe, expect, test } from 'vitest';
import { largestError } from './parity.ts';

describe('the error of a self-test answer', () => {
  test('is the largest difference', () => {
    expect(largestError([1, 2.5, 3], [1, 2, 3.25])).toBe(0.5);
  });

  test('is infinite for an answer of another length', () => {
    expect(largestError([1], [1, 2])).toBe(Number.POSITIVE_INFINITY);
  });

  test('is not a number when any answer is not', () => {
    expect(largestError([1, Number.NaN, 3], [1, 2, 3])).toBeNaN();
  });
});
