import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Size } from '../../../geometry/spaces.ts';
import type { Embedding } from '../embedding.ts';
import { toHalves } from '../halves.ts';
import { gridPoint } from './grid.ts';
import { pointsInRows, spreadPoints } from './point-order.ts';

const CHANNELS = 2;
const SIDE = 64;

/** What the encoder says of a cell, by the cell's middle in photo pixels. */
function embeddingOf(photo: Size, input: Size, see: (x: number, y: number) => number[]): Embedding {
  const data = new Float32Array(CHANNELS * SIDE * SIDE);
  const cell = 1024 / SIDE;
  for (let row = 0; row < SIDE; row++)
    for (let column = 0; column < SIDE; column++) {
      const x = ((column + 0.5) * cell * photo.width) / input.width;
      const y = ((row + 0.5) * cell * photo.height) / input.height;
      for (const [channel, value] of see(x, y).entries())
        data[channel * SIDE * SIDE + row * SIDE + column] = value;
    }
  const tensor = { halves: toHalves(data), shape: [1, CHANNELS, SIDE, SIDE] };
  return { key: '', tensors: new Map([['image_embedding', tensor]]), photo, input };
}

const PHOTO: Size = { width: 400, height: 300 };
const INPUT: Size = { width: 1024, height: 768 };

test('what looks unlike all else is asked before the rest, however small', () => {
  const isThing = (x: number, y: number) => Math.hypot(x - 320, y - 60) < 12;
  const embedding = embeddingOf(PHOTO, INPUT, (x, y) => (isThing(x, y) ? [-1, 1] : [1, 1]));
  const order = spreadPoints(embedding, 'plain', 32);
  const asked = Array.from({ length: 4 }, () => gridPoint(order.next(), 32, PHOTO));
  expect(asked.some(({ x, y }) => isThing(x, y))).toBe(true);
});

test('where all looks the same the points lie as far apart as they can', () => {
  const order = spreadPoints(
    embeddingOf(PHOTO, INPUT, () => [1, 0]),
    'plain',
    16,
  );
  const asked = Array.from({ length: 16 }, () => gridPoint(order.next(), 16, PHOTO));
  for (const [i, a] of asked.entries())
    for (const b of asked.slice(0, i)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(60);
});

test('every point comes once, whatever the photo’s shape and whatever is seen', () => {
  const side = fc.integer({ min: 1, max: 300 });
  fc.assert(
    fc.property(
      side,
      side,
      fc.integer({ min: 1, max: 9 }),
      fc.infiniteStream(fc.float({ min: -100, max: 100, noNaN: true })),
      (width, height, perSide, seen) => {
        const scale = 1024 / Math.max(width, height);
        const input = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
        const see = () => [seen.next().value ?? 0, 1];
        const order = spreadPoints(embeddingOf({ width, height }, input, see), 'plain', perSide);
        const all = Array.from({ length: perSide ** 2 }, () => order.next());
        expect(new Set(all).size).toBe(perSide ** 2);
      },
    ),
    { numRuns: 30 },
  );
});

test('in rows they come as SAM has them', () => {
  const order = pointsInRows();
  expect([order.next(), order.next(), order.next()]).toEqual([0, 1, 2]);
});
