import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MaskObject } from '../../document/types.ts';
import { maskFromBitmap } from '../../mask/bitmap.ts';
import type { Mask } from '../../mask/mask.ts';
import { anyMaskOf } from '../../mask/testing/arbitrary.ts';
import { doubtsOf } from './doubts.ts';

const size = { width: 60, height: 40 };

function filled(isIn: (x: number, y: number) => boolean): Mask {
  const bits = Uint8Array.from({ length: size.width * size.height }, (_, i) =>
    isIn(i % size.width, Math.floor(i / size.width)) ? 1 : 0,
  );
  return maskFromBitmap(bits, size);
}

function box(x0: number, y0: number, x1: number, y1: number): Mask {
  return filled((x, y) => x >= x0 && x < x1 && y >= y0 && y < y1);
}

let number = 0;

function object(mask: Mask, facts: Partial<MaskObject> = {}): MaskObject {
  const id = `${number++}`;
  const none = { classId: null, predictedIou: null, model: null, prompt: [], attributes: [] };
  return {
    id,
    name: id,
    mask,
    color: 0,
    isHidden: false,
    isLocked: false,
    note: '',
    ...none,
    ...facts,
  };
}

function kindsOf(...objects: readonly MaskObject[]): readonly (readonly string[])[] {
  return doubtsOf(objects).map(({ reasons }) => reasons.map(({ kind }) => kind));
}

const good = box(10, 10, 30, 30);

test('nothing speaks against a whole mask of a good size that a sure model made', () => {
  expect(doubtsOf([object(good, { predictedIou: 0.95 })])).toEqual([{ score: 0, reasons: [] }]);
});

test('a model that is not sure leaves doubt, the more the less sure; a hand leaves none', () => {
  const [worse, bad, mended] = doubtsOf([
    object(good, { predictedIou: 0.5 }),
    object(box(40, 10, 58, 30), { predictedIou: 0.7 }),
    object(box(10, 32, 30, 39)),
  ]);
  expect(worse?.reasons).toEqual([{ kind: 'unsure', iou: 0.5 }]);
  expect(worse?.score).toBeGreaterThan(bad?.score ?? 1);
  expect(mended?.reasons).toEqual([]);
  expect(kindsOf(object(good, { predictedIou: Number.NaN }))).toEqual([[]]);
});

test('models that say different things leave doubt', () => {
  expect(kindsOf(object(good, { predictedIou: 0.95, agreement: 0.4 }))).toEqual([['disagree']]);
  expect(kindsOf(object(good, { predictedIou: 0.95, agreement: 0.97 }))).toEqual([[]]);
});

test('of two that are the same the upper one is in doubt, unless the other is rejected', () => {
  const twice = box(10, 10, 31, 30);
  expect(kindsOf(object(good), object(twice))).toEqual([[], ['duplicate']]);
  const rejected = { state: 'rejected', comment: '', by: '', when: 0 } as const;
  expect(kindsOf(object(good, { review: rejected }), object(twice))).toEqual([[], []]);
});

test('one that takes in much of another is in doubt', () => {
  expect(kindsOf(object(good), object(box(22, 10, 42, 30)))).toEqual([[], ['overlap']]);
});

test('crumbs and holes leave doubt, the more there are', () => {
  const crumbs = filled(
    (x, y) => (x >= 5 && x < 25 && y >= 5 && y < 25) || (x > 30 && (x + y) % 4 === 0),
  );
  const [two, many] = doubtsOf([
    object(filled((x, y) => y > 20 && y < 35 && ((x > 2 && x < 20) || (x > 40 && x < 55)))),
    object(crumbs, { review: { state: 'accepted', comment: '', by: '', when: 0 } }),
  ]);
  expect(two?.reasons[0]).toMatchObject({ kind: 'pieces', parts: 2, holes: 0 });
  expect(many?.reasons[0]).toMatchObject({ kind: 'pieces' });
  expect(many?.score).toBeGreaterThan(two?.score ?? 1);
});

test('a few pixels are in doubt', () => {
  expect(kindsOf(object(box(10, 10, 14, 14)))).toEqual([['tiny']]);
  expect(kindsOf(object(box(0, 10, 20, 30)))).toEqual([['edge']]);
});

test('a mask that its own click misses, or that fills another box than was drawn, is in doubt', () => {
  const click = { kind: 'point', at: { x: 50, y: 35 }, label: 'include', candidate: 0 } as const;
  const drawn = { kind: 'box', box: { x0: 10, y0: 10, x1: 50, y1: 38 }, candidate: 0 } as const;
  expect(kindsOf(object(good, { prompt: [click] }))).toEqual([['points']]);
  expect(kindsOf(object(good, { prompt: [{ ...click, label: 'exclude' }] }))).toEqual([[]]);
  expect(kindsOf(object(good, { prompt: [drawn] }))).toEqual([['box']]);
});

test('what was rejected and has changed since comes before all else', () => {
  const review = { state: 'mended', comment: 'cut off', by: 'Mina', when: 0 } as const;
  expect(kindsOf(object(good, { review, predictedIou: 0.6 }))).toEqual([['mended', 'unsure']]);
});

test('whatever the masks, a doubt is a share, has a reason, and a reason more never lessens it', () => {
  const masks = fc.array(anyMaskOf(size), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(masks, fc.double({ min: 0, max: 1, noNaN: true }), (all, predictedIou) => {
      const objects = all.map(({ mask }) => object(mask));
      const plain = doubtsOf(objects);
      const unsure = doubtsOf(objects.map((one) => ({ ...one, predictedIou })));
      for (const [i, { score, reasons }] of plain.entries()) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(reasons.length > 0).toBe(score > 0);
        expect(unsure[i]?.score).toBeGreaterThanOrEqual(score);
      }
    }),
    { numRuns: 50 },
  );
});
