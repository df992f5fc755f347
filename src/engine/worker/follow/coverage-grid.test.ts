import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../degrade/random.ts';
import { maskFromBitmap } from '../../../mask/bitmap.ts';
import { maskArea } from '../../../mask/measure.ts';
import { coarser, coverageGrid, massOf } from './coverage-grid.ts';
import { gridBox, innermost, movedGrid, shapeIou } from './moved.ts';

const PHOTO = { width: 200, height: 120 };
const INPUT = { width: 1024, height: 614 };

function randomMask(seed: number) {
  const random = createRandom(seed);
  const [x0, y0] = [random.index(120), random.index(60)];
  const [x1, y1] = [x0 + 10 + random.index(60), y0 + 10 + random.index(40)];
  const bitmap = Uint8Array.from({ length: PHOTO.width * PHOTO.height }, (_, i) => {
    const [x, y] = [i % PHOTO.width, Math.floor(i / PHOTO.width)];
    return x >= x0 && x < x1 && y >= y0 && y < y1 ? 1 : 0;
  });
  return { mask: maskFromBitmap(bitmap, PHOTO), box: { x0, y0, x1, y1 } };
}

describe('the coverage of a mask', () => {
  it('has the mask’s area, on every grid', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { mask } = randomMask(seed);
      const fine = coverageGrid(mask, INPUT, 256);
      const cellsOfAPixel =
        ((INPUT.width / PHOTO.width) * (INPUT.height / PHOTO.height)) / (1024 / 256) ** 2;
      expect(massOf(fine)?.mass).toBeCloseTo(maskArea(mask) * cellsOfAPixel, 0);
      expect((massOf(coarser(fine, 64))?.mass ?? 0) * 16).toBeCloseTo(massOf(fine)?.mass ?? 0, 0);
    }
  });

  it('gives back the box and a point inside', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { mask, box } = randomMask(seed);
      const grid = coverageGrid(mask, INPUT, 256);
      const placing = { photo: PHOTO, input: INPUT };
      const found = gridBox(grid, placing);
      for (const side of ['x0', 'y0', 'x1', 'y1'] as const)
        expect(Math.abs((found?.[side] ?? 999) - box[side])).toBeLessThan(1);
      const at = innermost(grid, placing);
      expect(at?.x).toBeGreaterThan(box.x0 + 3);
      expect(at?.x).toBeLessThan(box.x1 - 3);
      expect(at?.y).toBeGreaterThan(box.y0 + 3);
      expect(at?.y).toBeLessThan(box.y1 - 3);
    }
  });

  it('moves and grows as it is told, and keeps its shape', () => {
    const grid = coverageGrid(randomMask(4).mask, INPUT, 256);
    const from = massOf(grid);
    if (!from) throw new Error('the mask is empty');
    const cells = { x: from.x / 4, y: from.y / 4 };
    const move = { from: cells, dx: 2, dy: -1.5, scale: 0.84, score: 0 };
    const moved = movedGrid(grid, move, 64);
    const to = massOf(moved);
    expect(to?.x).toBeCloseTo(from.x + 8, 1);
    expect(to?.y).toBeCloseTo(from.y - 6, 1);
    expect((to?.mass ?? 0) / from.mass).toBeCloseTo(0.84 ** 2, 1);
    expect(shapeIou(movedGrid(grid, { ...move, scale: 1 }, 64), grid)).toBeGreaterThan(0.97);
    expect(shapeIou(moved, grid)).toBeLessThan(0.8);
  });

  it('has no box and no point where nothing is covered', () => {
    const empty = { side: 64, values: new Float32Array(64 * 64) };
    const placing = { photo: PHOTO, input: INPUT };
    expect([massOf(empty), gridBox(empty, placing), innermost(empty, placing)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
