import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyMaskOf, anySize } from '../mask/testing/arbitrary.ts';
import { channelWorkers } from '../threads/testing/channel-worker.ts';
import { createScorer } from './client.ts';
import { packLabels, unpackLabels } from './packed.ts';
import { scorePhoto } from './pairs.ts';
import type { ScoringWorker } from './protocol.ts';

const anyLabels = anySize(8).chain((size) =>
  fc.array(
    fc.record({
      className: fc.constantFrom('cat', 'dog'),
      mask: anyMaskOf(size).map(({ mask }) => mask),
    }),
    { maxLength: 4 },
  ),
);

test('labels come out as they were packed', () => {
  fc.assert(
    fc.property(anyLabels, (labels) => {
      expect(unpackLabels(packLabels(labels))).toEqual(labels);
    }),
  );
});

test('a photo is scored on the other thread; the masks stay here', async () => {
  const worker: ScoringWorker = {
    score: async (ours, truth, isClassAware) =>
      scorePhoto(unpackLabels(ours), unpackLabels(truth), isClassAware),
  };
  const { started, start } = channelWorkers(worker);
  const mask = { size: { width: 2, height: 1 }, runs: Uint32Array.of(0, 1, 1) };
  const labels = [{ className: 'cat', mask }];
  const score = await createScorer(start).score(new AbortController().signal, labels, labels, true);
  expect(score).toMatchObject({ pairs: [{ ours: 0, truth: 0, iou: 1 }], missed: [], surplus: [] });
  expect(mask.runs).toHaveLength(3);
  for (const one of started) one.terminate();
  const wide = { size: { width: 3, height: 1 }, runs: Uint32Array.of(3) };
  expect(() => packLabels([...labels, { className: 'cat', mask: wide }])).toThrow(RangeError);
});
