import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../degrade/random.ts';
import type { Grid } from './coverage-grid.ts';
import { comparable, type FeatureMap } from './descriptors.ts';
import { findMoves } from './moves.ts';

const SIDE = 32;
const CHANNELS = 24;
const OBJECT = 6;

interface At {
  readonly x: number;
  readonly y: number;
}

/** Noise, and on it a square whose every cell is unlike all others. */
function scene(at: At | null, seed: number, columns = SIDE, rows = SIDE): FeatureMap {
  const noise = createRandom(seed);
  const own = createRandom(7);
  const values = Float32Array.from({ length: CHANNELS * SIDE * SIDE }, () => 0.3 * noise.normal());
  for (let y = 0; at && y < OBJECT; y++)
    for (let x = 0; x < OBJECT; x++)
      for (let c = 0; c < CHANNELS; c++)
        values[(c * SIDE + at.y + y) * SIDE + at.x + x] = own.normal();
  return { side: SIDE, values, columns, rows };
}

function coverage({ x, y }: At): Grid {
  const values = new Float32Array(SIDE * SIDE);
  for (let v = y; v < y + OBJECT; v++) values.fill(1, v * SIDE + x, v * SIDE + x + OBJECT);
  return { side: SIDE, values };
}

function best(from: At, to: FeatureMap) {
  return findMoves(...comparable(scene(from, 1), to), coverage(from), 3)[0];
}

describe('where an object may have gone', () => {
  it('is where its cells are, wherever that is', () => {
    const random = createRandom(3);
    const place = () => ({ x: random.index(SIDE - OBJECT), y: random.index(SIDE - OBJECT) });
    for (let i = 0; i < 20; i++) {
      const [from, to] = [place(), place()];
      const move = best(from, scene(to, 100 + i));
      expect(Math.abs((move?.dx ?? 99) - (to.x - from.x))).toBeLessThan(0.75);
      expect(Math.abs((move?.dy ?? 99) - (to.y - from.y))).toBeLessThan(0.75);
      expect(move?.scale).toBe(1);
    }
  });

  it('scores far less where it has left', () => {
    const from = { x: 8, y: 9 };
    const here = best(from, scene({ x: 14, y: 9 }, 2))?.score ?? 0;
    const gone = best(from, scene(null, 2))?.score ?? 0;
    expect(gone).toBeLessThan(here / 2);
  });

  it('is the nearer of two that are the same', () => {
    const from = { x: 10, y: 10 };
    const twice = scene({ x: 12, y: 10 }, 2);
    const other = scene({ x: 24, y: 22 }, 2);
    const values = twice.values.map((value, i) => {
      const [x, y] = [i % SIDE, Math.floor(i / SIDE) % SIDE];
      return x >= 24 && x < 24 + OBJECT && y >= 22 && y < 22 + OBJECT
        ? (other.values[i] ?? 0)
        : value;
    });
    expect(best(from, { ...twice, values })?.dx).toBeCloseTo(2, 0);
  });

  it('is on the photo, not on the padding beside it', () => {
    const from = { x: 4, y: 4 };
    const move = best(from, scene({ x: 24, y: 4 }, 2, 20, SIDE));
    expect(4 + OBJECT / 2 + (move?.dx ?? 99)).toBeLessThan(20);
  });

  it('is nowhere for an empty mask', () => {
    const empty = { side: SIDE, values: new Float32Array(SIDE * SIDE) };
    expect(findMoves(...comparable(scene(null, 1), scene(null, 2)), empty, 3)).toEqual([]);
  });
});
