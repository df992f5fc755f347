import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImagePoint } from '../geometry/spaces.ts';
import { uniteMasks } from './combine.ts';
import { maskDifference } from './difference.ts';
import { countParts, splitMask } from './holes.ts';
import type { Mask } from './mask.ts';
import { maskArea, maskContains } from './measure.ts';
import { subtractFromMask } from './patch.ts';
import { anyMask, maskFromPicture } from './testing/arbitrary.ts';
import { discMask } from './testing/shapes.ts';
import { tidyMask } from './tidy.ts';

const NOTHING_MEANT = { inside: [], outside: [] };
const SIZE = { width: 600, height: 400 };
const [BODY, ARM] = [
  discMask(SIZE, { x: 200, y: 200 }, 150),
  discMask(SIZE, { x: 450, y: 200 }, 12),
];
const SPECK_AT = { x: 500, y: 50 };
const HOLE_AT = { x: 180, y: 230 };
const [SPECK, HOLE] = [discMask(SIZE, SPECK_AT, 4), discMask(SIZE, HOLE_AT, 3)];
const GAP = discMask(SIZE, { x: 220, y: 120 }, 10);
const clean = subtractFromMask(uniteMasks([BODY, ARM], SIZE), GAP);
const rough = subtractFromMask(uniteMasks([clean, SPECK], SIZE), HOLE);
/** Photo pixels in a cell of the logits. */
const CELL = 4;

test('specks and small holes go; a second part and a gap of a hundredth stay', () => {
  const tidied = tidyMask(rough, CELL, NOTHING_MEANT);
  expect(tidied).toEqual({
    mask: clean,
    changed: uniteMasks([SPECK, HOLE], SIZE),
    specks: 1,
    holes: 1,
  });
  expect(tidyMask(clean, CELL, NOTHING_MEANT)).toBeNull();
});

test('what was clicked on stays: a part that is included, a hole that is excluded', () => {
  const kept = (inside: ImagePoint[], outside: ImagePoint[]) =>
    tidyMask(rough, CELL, { inside, outside });
  expect(kept([SPECK_AT], [HOLE_AT])).toBeNull();
  expect(kept([SPECK_AT], [])).toMatchObject({ specks: 0, holes: 1, changed: HOLE });
  expect(kept([], [HOLE_AT])).toMatchObject({ specks: 1, holes: 0, changed: SPECK });
  expect(kept([{ x: -1, y: 9999 }], [])).toMatchObject({ specks: 1, holes: 1 });
});

test('coarser logits make larger specks, but never of a mask of few cells', () => {
  const small = discMask(SIZE, { x: 100, y: 100 }, 12);
  const dot = discMask(SIZE, { x: 130, y: 100 }, 3);
  const both = uniteMasks([small, dot], SIZE);
  expect(tidyMask(both, 1, NOTHING_MEANT)).toBeNull();
  expect(tidyMask(both, 16, NOTHING_MEANT)?.mask).toEqual(small);
  expect(tidyMask(small, 10_000, NOTHING_MEANT)).toBeNull();
  expect(tidyMask(maskFromPicture('....', '....'), 16, NOTHING_MEANT)).toBeNull();
});

test('what changes is what it says, is small, and holds nothing that was meant', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }) });
  const points = fc.array(point, { maxLength: 3 });
  const asked = [anyMask(10), fc.integer({ min: 0, max: 3 }), points, points] as const;
  fc.assert(
    fc.property(...asked, ({ mask }, cell, inside, outside) => {
      const tidied = tidyMask(mask, cell, { inside, outside });
      if (!tidied) return;
      const { changed, specks, holes } = tidied;
      expect(changed).toEqual(maskDifference(mask, tidied.mask));
      expect(specks + holes).toBeGreaterThan(0);
      for (const piece of splitMask(changed))
        expect(maskArea(piece)).toBeLessThanOrEqual(maskArea(mask) / 5);
      for (const at of inside)
        if (holdsCentre(mask, at)) expect(holdsCentre(tidied.mask, at)).toBe(true);
      for (const at of outside)
        if (!holdsCentre(mask, at)) expect(holdsCentre(tidied.mask, at)).toBe(false);
      expect(countParts(tidied.mask).holes).toBe(countParts(mask).holes - holes);
    }),
  );
});

function holdsCentre(mask: Mask, { x, y }: ImagePoint): boolean {
  return maskContains(mask, { x: x + 0.5, y: y + 0.5 });
}
