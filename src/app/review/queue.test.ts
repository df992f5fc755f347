import { expect, test } from 'vitest';
import type { Review } from '../../document/review.ts';
import { object, photo } from '../../document/testing/arbitrary.ts';
import type { MaskObject } from '../../document/types.ts';
import { countsOf, measure, placeIn, progressOf, queueOf, unmeasured } from './queue.ts';

const accepted: Review = { state: 'accepted', comment: '', by: '', when: 0 };
const rejected: Review = { ...accepted, state: 'rejected' };
const mended: Review = { ...accepted, state: 'mended' };

function labelled(): { photos: ReturnType<typeof photo>[]; objects: Record<string, MaskObject[]> } {
  const one = (id: string, predictedIou: number, review?: Review): MaskObject => ({
    ...object(id),
    mask: { size: { width: 300, height: 200 }, runs: Uint32Array.of(30_150, 40, 260, 40, 29_510) },
    predictedIou,
    ...(review ? { review } : {}),
  });
  return {
    photos: [photo('a'), photo('b')],
    objects: {
      a: [one('sure', 0.95)],
      b: [one('unsure', 0.6), one('yes', 0.5, accepted), one('no', 0.5, rejected)],
      // A photo that was removed.
      gone: [one('gone', 0.1)],
    },
  };
}

const idsOf = (queue: ReturnType<typeof queueOf>) => queue.map(({ object: { id } }) => id);

test('the queue goes through all photos, the most doubtful first, and leaves out what is decided', () => {
  const state = labelled();
  expect(idsOf(queueOf(state, 'open'))).toEqual(['unsure', 'sure']);
  expect(idsOf(queueOf(state, 'rejected'))).toEqual(['no']);
  expect(idsOf(queueOf(state, 'accepted'))).toEqual(['yes']);
  expect(queueOf(state, 'all')).toHaveLength(4);
  expect(progressOf(state)).toEqual({ reviewed: 2, of: 4 });
  expect(countsOf(state)).toEqual({ open: 2, rejected: 1, accepted: 1, all: 4 });
  expect(placeIn(queueOf(state, 'open'), { photoId: 'a', objectId: 'sure' })).toBe(1);
  expect(placeIn(queueOf(state, 'open'), { photoId: 'b', objectId: 'sure' })).toBe(-1);
});

test('what changed since it was rejected comes first', () => {
  const state = labelled();
  const [, , , ...rest] = state.objects.b ?? [];
  const [unsure, yes, no] = state.objects.b ?? [];
  if (!unsure || !yes || !no) throw new Error('three objects');
  state.objects.b = [unsure, yes, { ...no, review: mended }, ...rest];
  expect(idsOf(queueOf(state, 'open'))[0]).toBe('no');
});

test('masks are measured once, and no more once nobody waits', async () => {
  const state = labelled();
  const told: number[] = [];
  const gone = new AbortController();
  const missing = unmeasured(state);
  expect(missing).toHaveLength(4);
  await measure(gone.signal, missing, (done) => told.push(done));
  expect(told.at(-1)).toBe(4);
  expect(unmeasured(state)).toEqual([]);
});
