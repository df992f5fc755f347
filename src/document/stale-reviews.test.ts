import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mask } from '../mask/mask.ts';
import { createDocument } from './document.ts';
import type { Review } from './review.ts';
import { withoutStaleReviews } from './stale-reviews.ts';
import { anyChange, object } from './testing/arbitrary.ts';
import { EMPTY_DOCUMENT, type MaskObject } from './types.ts';

const photoId = 'a';
const accepted: Review = { state: 'accepted', comment: '', by: 'Mina', when: 1 };
const rejected: Review = { state: 'rejected', comment: 'cut off', by: 'Mina', when: 2 };
const other: Mask = { size: { width: 3, height: 2 }, runs: Uint32Array.of(5, 1) };

function afterEdit(before: MaskObject, edit: Partial<MaskObject>): MaskObject | undefined {
  const document = createDocument();
  document.commit({
    name: 'add',
    photoId,
    changes: [{ kind: 'add-object', photoId, object: before, index: 0 }],
  });
  const after = { ...before, ...edit };
  document.commit({
    name: 'edit',
    photoId,
    changes: [{ kind: 'set-object', photoId, before, after }],
  });
  const [now] = document.state.getState().objects[photoId] ?? [];
  document.undo();
  expect(document.state.getState().objects[photoId]).toEqual([before]);
  return now;
}

test('another mask or class takes back that an object was accepted, and undo brings it back', () => {
  const before = { ...object('one'), review: accepted };
  expect(afterEdit(before, { mask: other })).toEqual({ ...object('one'), mask: other });
  expect(afterEdit(before, { classId: 'cat' })).toEqual({ ...object('one'), classId: 'cat' });
});

test('what was rejected counts as mended, with the comment that says what was wrong', () => {
  const before = { ...object('one'), review: rejected };
  expect(afterEdit(before, { mask: other })?.review).toEqual({ ...rejected, state: 'mended' });
});

test('a name, a note, a lock, an answer leave the review as it is', () => {
  const before = { ...object('one'), review: accepted };
  for (const edit of [{ name: 'cup' }, { note: 'old' }, { isLocked: true }, { isHidden: true }])
    expect(afterEdit(before, edit)?.review).toBe(accepted);
});

test('a review that comes with the mask stays', () => {
  const before = { ...object('one'), review: rejected };
  expect(afterEdit(before, { mask: other, review: accepted })?.review).toBe(accepted);
});

test('classes that are merged say nothing about an object', () => {
  const before = { ...object('one'), classId: 'dog', review: accepted };
  const changes = [
    { kind: 'set-classes', before: [], after: [] },
    { kind: 'set-object', photoId, before, after: { ...before, classId: 'cat' } },
  ] as const;
  expect(withoutStaleReviews(changes)).toEqual(changes);
});

test('nothing but the review is ever touched', () => {
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      const state = { ...EMPTY_DOCUMENT, objects: { a: [object('one'), object('two')] } };
      const changes = [gen(anyChange, state), gen(anyChange, state)];
      const bare = ({ review: _, ...rest }: MaskObject) => rest;
      for (const [i, change] of withoutStaleReviews(changes).entries()) {
        const given = changes[i];
        if (change.kind !== 'set-object' || given?.kind !== 'set-object')
          expect(change).toBe(given);
        else expect(bare(change.after)).toEqual(bare(given.after));
      }
    }),
  );
});
