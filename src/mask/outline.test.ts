import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Size } from '../geometry/spaces.ts';
import { type Outline, outlineOf } from './outline.ts';
import { anyMask, maskFromPicture } from './testing/arbitrary.ts';

/** Slow even-odd fill: a pixel is inside when a ray to the left of its centre meets an odd number of edges. */
function fillLoops(outline: Outline, { width, height }: Size): Uint8Array {
  const filled = new Uint8Array(width * height);
  const edges = outline.flatMap(edgesOf).filter(([x0, , x1]) => x0 === x1);
  for (let i = 0; i < filled.length; i++) {
    const [x, y] = [(i % width) + 0.5, Math.floor(i / width) + 0.5];
    const met = edges.filter(([edgeX, from, , to]) => {
      return edgeX < x && Math.min(from, to) < y && y < Math.max(from, to);
    });
    filled[i] = met.length % 2;
  }
  return filled;
}

type Edge = readonly [x0: number, y0: number, x1: number, y1: number];

function edgesOf(loop: Int32Array): Edge[] {
  const vertices = Array.from({ length: loop.length / 2 }, (_, i) => [
    loop[2 * i],
    loop[2 * i + 1],
  ]);
  return vertices.map(([x, y], i) => {
    const [nextX, nextY] = vertices[(i + 1) % vertices.length] ?? [];
    return [x ?? NaN, y ?? NaN, nextX ?? NaN, nextY ?? NaN] as const;
  });
}

test('filling the loops gives the mask back', () => {
  fc.assert(
    fc.property(anyMask(12), ({ mask, bitmap }) => {
      expect(fillLoops(outlineOf(mask), mask.size)).toEqual(bitmap);
    }),
    { numRuns: 500 },
  );
});

test('edges are level and upright in turn, so every vertex is a corner', () => {
  fc.assert(
    fc.property(anyMask(12), ({ mask }) => {
      for (const loop of outlineOf(mask)) {
        const turns = edgesOf(loop).map(([x0, y0, x1, y1], i) =>
          i % 2 === 0 ? y0 === y1 && x0 !== x1 : x0 === x1 && y0 !== y1,
        );
        expect(turns).not.toContain(false);
      }
    }),
  );
});

test('an empty mask has no outline', () => {
  expect(outlineOf(maskFromPicture('...', '...'))).toEqual([]);
});

test('a full mask has the border of the photo', () => {
  expect(outlineOf(maskFromPicture('###', '###'))).toEqual([Int32Array.of(0, 0, 3, 0, 3, 2, 0, 2)]);
});

test('a hole has its own loop', () => {
  expect(outlineOf(maskFromPicture('###', '#.#', '###'))).toEqual([
    Int32Array.of(0, 0, 3, 0, 3, 3, 0, 3),
    Int32Array.of(1, 1, 2, 1, 2, 2, 1, 2),
  ]);
});

test.each([
  ['down to the right', ['#.', '.#']],
  ['down to the left', ['.#', '#.']],
])('pixels that touch only at a corner, %s, are two loops', (_, rows) => {
  expect(outlineOf(maskFromPicture(...rows)).map((loop) => loop.length)).toEqual([8, 8]);
});
