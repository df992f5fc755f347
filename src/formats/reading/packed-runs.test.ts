import { expect, it } from 'vitest';
import { discMask } from '../../mask/testing/shapes.ts';
import { createRunStore, piecesOf, unpackRuns } from './packed-runs.ts';
import type { ReadPhoto } from './result.ts';

const size = { width: 9, height: 7 };
const photos: ReadPhoto[] = [3, 0, 2].map((count, photo) => ({
  ...{ photo, tags: ['a'], folder: '', madeFor: null },
  objects: Array.from({ length: count }, (_, i) => ({
    className: `${i}`,
    mask: discMask(size, { x: 2 + i, y: 3 }, 1 + photo),
    ...{ score: null, note: '', attributes: [] },
  })),
}));

it('come as they went, in few pieces, and each in memory of its own', () => {
  const keep = createRunStore();
  const kept = photos.map((photo) => ({
    ...photo,
    objects: photo.objects.map((object) => ({
      ...object,
      mask: { ...object.mask, runs: keep(object.mask.runs) },
    })),
  }));
  expect(piecesOf(kept)).toHaveLength(1);
  const sent = structuredClone(kept, { transfer: piecesOf(kept) as ArrayBuffer[] });
  const got = unpackRuns(sent);
  expect(got).toEqual(photos);
  const masks = got.flatMap(({ objects }) => objects.map(({ mask }) => mask));
  for (const { runs } of masks) expect(runs.buffer.byteLength).toBe(runs.byteLength);
});

it('are kept whole, however long', () => {
  const keep = createRunStore();
  const lengths = [3, 2 ** 18 - 2, 5, 2 ** 18 + 9, 0, 1];
  const given = lengths.map((length, i) => new Uint32Array(length).fill(i + 1));
  const kept = given.map(keep);
  for (const [i, runs] of kept.entries())
    expect(Buffer.from(runs).equals(Buffer.from(given[i] ?? []))).toBe(true);
});
