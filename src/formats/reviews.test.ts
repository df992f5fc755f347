import { expect, test } from 'vitest';
import type { Attribute, LabelReview } from './dataset.ts';
import type { FormatId } from './formats.ts';
import { splitReview, withReviewAttributes } from './reviews.ts';
import { textOf, writeAll } from './testing/round-trip.ts';
import { WRITERS } from './writers.ts';

const review: LabelReview = {
  state: 'rejected',
  comment: 'cut off',
  by: 'Mina',
  when: Date.UTC(2026, 10, 30),
};

test('who said what and when are attributes, and come back', () => {
  const own: Attribute[] = [['truncated', true]];
  const all = withReviewAttributes(own, review);
  expect(Object.fromEntries(all)).toEqual({
    truncated: true,
    review: 'rejected',
    review_by: 'Mina',
    review_date: '2026-11-30T00:00:00.000Z',
    review_comment: 'cut off',
  });
  expect(splitReview(all)).toEqual({ attributes: own, review });
});

test('an attribute of somebody’s own stays one, and a date that is none is not known', () => {
  const own: Attribute[] = [
    ['review', 'five stars'],
    ['review_by', 'Kim'],
  ];
  expect(splitReview(own)).toEqual({ attributes: own });
  const odd = splitReview([
    ['review', 'accepted'],
    ['review_date', 'yesterday'],
  ]);
  expect(odd.review).toEqual({ state: 'accepted', comment: '', by: '', when: 0 });
});

test.each<[FormatId, string]>([
  ['coco', 'annotations/instances_default.json'],
  ['datumaro', 'annotations/default.json'],
  ['label-studio', 'tasks.json'],
])('%s says what was said of a photo as a whole', async (format, path) => {
  const photos = [{ name: 'a.jpg', size: { width: 4, height: 2 } }];
  const classes = [{ name: 'cat', color: [1, 2, 3] as const }];
  const labels = [{ objects: [], tags: [], review }];
  const files = await writeAll(WRITERS[format], { name: 'set', classes, photos, labels });
  for (const words of ['rejected', 'cut off', 'Mina', '2026-11-30'])
    expect(textOf(files, path)).toContain(words);
});
