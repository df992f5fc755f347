import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromPicture } from '../../mask/testing/arbitrary.ts';
import { figuresOf, kindOf, rowsOf, shownRows } from './rows.ts';
import { type Held, ROW_FILTERS } from './truth-state.ts';

const held: Held = { className: 'cat', mask: maskFromPicture('##..'), object: null };
const anyShare = fc.double({ min: 0.1, max: 1, noNaN: true });

/** So many of each kind, with the pairs' IoUs. */
const anyScored = fc
  .record({ ious: fc.array(anyShare), missed: fc.nat(5), surplus: fc.nat(5) })
  .map(({ ious, missed, surplus }) => {
    const all = (count: number) => Array.from({ length: count }, (_, i) => i);
    const score = {
      pairs: ious.map((iou, i) => ({ ours: i, truth: i, iou, boundaryIou: iou / 2 })),
      missed: all(missed).map((i) => ious.length + i),
      surplus: all(surplus).map((i) => ious.length + i),
    };
    const ours = all(ious.length + surplus).map(() => held);
    const truth = all(ious.length + missed).map(() => held);
    return { ious, missed, surplus, photos: [{ photoId: 'a', ours, truth, score }] };
  });

test('figures are those of the rows, at any threshold', async () => {
  await fc.assert(
    fc.asyncProperty(anyScored, anyShare, async ({ ious, missed, surplus, photos }, threshold) => {
      const rows = await rowsOf(photos);
      const figures = figuresOf(rows, threshold);
      const found = ious.filter((iou) => iou >= threshold).length;
      expect(figures).toMatchObject({ pairs: ious.length, missed, surplus, found });
      const [labelled, wanted] = [ious.length + surplus, ious.length + missed];
      expect(figures.precision).toBe(labelled > 0 ? found / labelled : null);
      expect(figures.recall).toBe(wanted > 0 ? found / wanted : null);
      const sum = ious.reduce((all, iou) => all + iou, 0);
      expect(figures.meanIou === null).toBe(ious.length === 0);
      expect((figures.meanIou ?? 0) * ious.length).toBeCloseTo(sum, 9);
      expect((figures.meanBoundaryIou ?? 0) * ious.length).toBeCloseTo(sum / 2, 9);
    }),
  );
});

test('the worst come first, ids are unique, and filters share the rows out', async () => {
  await fc.assert(
    fc.asyncProperty(anyScored, async ({ photos }) => {
      const rows = await rowsOf(photos);
      const ious = rows.map(({ iou }) => iou);
      expect(ious).toEqual(ious.toSorted((a, b) => a - b));
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      const parts = ROW_FILTERS.filter((one) => one !== 'all').map((one) => shownRows(rows, one));
      expect(parts.flat()).toHaveLength(rows.length);
      for (const row of shownRows(rows, 'missed')) expect(kindOf(row)).toBe('missed');
    }),
  );
});
