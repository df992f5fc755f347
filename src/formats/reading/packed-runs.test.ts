import { expect, it } from 'vitest';
import { discMask } from '../../mask/testing/shapes.ts';
import { packRuns, unpackRuns } from './packed-runs.ts';
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

it('come as they went, by one transfer, and each in memory of its own', () => {
  const { photos: packed, buffer } = packRuns(photos);
  const sent = structuredClone(packed, { transfer: [buffer] });
  const got = unpackRuns(sent);
  expect(got).toEqual(photos);
  const masks = got.flatMap(({ objects }) => objects.map(({ mask }) => mask));
  for (const { runs } of masks) expect(runs.buffer.byteLength).toBe(runs.byteLength);
});
