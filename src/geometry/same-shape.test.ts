import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sameShape } from './same-shape.ts';

const size = (width: number, height: number) => ({ width, height });

describe('two pictures', () => {
  it.each([
    [size(100, 80), size(200, 160), 'scaled'],
    [size(640, 427), size(1920, 1280), 'scaled'],
    [size(80, 60), size(60, 80), 'turned'],
    [size(400, 300), size(60, 80), 'turned'],
    [size(100, 99), size(99, 100), 'turned'],
    [size(100, 80), size(100, 81), 'scaled'],
    [size(100, 80), size(100, 90), null],
    [size(640, 480), size(640, 360), null],
    [size(1, 1), size(300, 200), null],
    [size(2, 2), size(5, 4), null],
  ] as const)('of %o and %o: %s', (one, other, how) => {
    expect(sameShape(one, other)).toBe(how);
    expect(sameShape(other, one)).toBe(how);
  });
});

test('a copy of any scale that keeps some pixels has the same shape', () => {
  const anySide = fc.integer({ min: 120, max: 5000 });
  fc.assert(
    fc.property(anySide, anySide, fc.double({ min: 0.5, max: 1, noNaN: true }), (w, h, scale) => {
      const copy = size(Math.round(w * scale), Math.round(h * scale));
      expect(sameShape(size(w, h), copy)).not.toBeNull();
    }),
  );
});
