import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginningOf, joinParts, piecesOf } from './pieces.ts';

describe('a file in pieces', () => {
  test('a small one is whole, under its own address', () => {
    expect(piecesOf('/a.bin', 10, 10)).toEqual([{ url: '/a.bin', from: 0, to: 10 }]);
  });

  test('pieces follow each other without gap or overlap, none larger than allowed', () => {
    const sizes = fc.record({
      bytes: fc.integer({ min: 1, max: 500 }),
      limit: fc.integer({ min: 1, max: 90 }),
    });
    fc.assert(
      fc.property(sizes, ({ bytes, limit }) => {
        const pieces = piecesOf('/a.bin', bytes, limit);
        expect(pieces[0]?.from).toBe(0);
        expect(pieces.at(-1)?.to).toBe(bytes);
        for (const [index, { from, to }] of pieces.entries()) {
          expect(to - from).toBeGreaterThan(0);
          expect(to - from).toBeLessThanOrEqual(limit);
          if (index > 0) expect(from).toBe(pieces[index - 1]?.to);
        }
        expect(new Set(pieces.map(({ url }) => url)).size).toBe(pieces.length);
      }),
    );
  });
});

describe('parts of an unfinished download', () => {
  const content = Uint8Array.from({ length: 60 }, (_, index) => index + 1);
  const part = (from: number, to: number) => ({ from, bytes: content.slice(from, to) });

  test('are joined as far as there is no gap', () => {
    const out = new Uint8Array(60);
    expect(joinParts([part(20, 30), part(0, 20), part(40, 50)], out)).toBe(30);
    expect(out.slice(0, 30)).toEqual(content.slice(0, 30));
  });

  test('nothing is taken from beyond the file', () => {
    expect(joinParts([part(0, 20)], new Uint8Array(10))).toBe(0);
  });

  test('in any order and overlap, what is counted is right', () => {
    const span = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]) => part(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(fc.array(span), (parts) => {
        const out = new Uint8Array(60);
        const length = joinParts(parts, out);
        expect(out.slice(0, length)).toEqual(content.slice(0, length));
      }),
    );
  });
});

test.each([
  [206, 'bytes 10-19/20', 10],
  [206, null, 0],
  [200, 'bytes 10-19/20', 0],
  [200, null, 0],
])('status %i and range %j begin at %i', (status, range, begin) => {
  expect(beginningOf(status, range)).toBe(begin);
});
