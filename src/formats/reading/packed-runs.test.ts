import fc from 'fast-check';
import { expect, it } from 'vitest';
import { discMask } from '../../mask/testing/shapes.ts';
import { createRunStore, objectBatches, unpackRuns } from './packed-runs.ts';
import type { ReadPhoto } from './result.ts';

const size = { width: 9, height: 7 };

function photoOf(masks: readonly Uint32Array[]): ReadPhoto {
  const rest = { className: '', score: null, note: '', attributes: [] };
  const objects = masks.map((runs) => ({ ...rest, mask: { size, runs } }));
  return { photo: 0, tags: [], folder: '', madeFor: null, objects };
}

const photos: ReadPhoto[] = [3, 0, 2].map((count, photo) => ({
  ...{ photo, tags: ['a'], folder: '', madeFor: null },
  objects: Array.from({ length: count }, (_, i) => ({
    className: `${i}`,
    mask: discMask(size, { x: 2 + i, y: 3 }, 1 + photo),
    ...{ score: null, note: '', attributes: [] },
  })),
}));

it('come as they went, batch by batch, in few pieces, and each in memory of its own', () => {
  const got = [...objectBatches(photos)].flatMap(({ objects, pieces }) => {
    expect(pieces).toHaveLength(1);
    return unpackRuns(structuredClone(objects, { transfer: [...pieces] }));
  });
  expect(got).toEqual(photos.flatMap(({ objects }) => objects));
  for (const { mask } of got) expect(mask.runs.buffer.byteLength).toBe(mask.runs.byteLength);
});

it('no batch holds more than a thread takes over in a moment, whatever the objects are like', () => {
  const lengths = fc.array(fc.constantFrom(1, 3, 2 ** 17, 2 ** 18 + 1), { maxLength: 12 });
  const counts = fc.array(fc.constantFrom(0, 1, 700, 1300), { maxLength: 4 });
  fc.assert(
    fc.property(lengths, counts, (long, many) => {
      const all = [
        photoOf(long.map((length) => new Uint32Array(length))),
        ...many.map((count) => photoOf(Array.from({ length: count }, (_, i) => Uint32Array.of(i)))),
      ];
      const batches = [...objectBatches(all)];
      const sent = batches.flatMap(({ objects }) => objects);
      const given = all.flatMap(({ objects }) => objects);
      expect(sent.map(({ mask }) => mask.runs.length)).toEqual(
        given.map(({ mask }) => mask.runs.length),
      );
      for (const { objects, pieces } of batches) {
        expect(objects.length).toBeGreaterThan(0);
        expect(objects.length).toBeLessThanOrEqual(1000);
        expect(pieces.length).toBeLessThanOrEqual(2);
        // Handing one batch over must take nothing from the next.
        expect(
          batches.filter((other) => other.pieces.some((one) => pieces.includes(one))),
        ).toHaveLength(1);
      }
    }),
    { numRuns: 30 },
  );
});

it('are kept whole, however long', () => {
  const keep = createRunStore();
  const lengths = [3, 2 ** 18 - 2, 5, 2 ** 18 + 9, 0, 1];
  const given = lengths.map((length, i) => new Uint32Array(length).fill(i + 1));
  const kept = given.map(keep);
  for (const [i, runs] of kept.entries())
    expect(Buffer.from(runs).equals(Buffer.from(given[i] ?? []))).toBe(true);
});
