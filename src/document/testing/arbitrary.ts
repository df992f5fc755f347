import fc from 'fast-check';
import { NEUTRAL } from '../../adjust/adjustments.ts';
import type { Change, PlacedPhoto } from '../change.ts';
import type { ObjectClass } from '../classes.ts';
import { REVIEW_STATES, type Review } from '../review.ts';
import type { DocumentState, MaskObject, PhotoEntry, Proposal } from '../types.ts';

const size = { width: 3, height: 2 };

export function photo(id: string): PhotoEntry {
  return { id, name: id, folder: '', size, format: 'png', bytes: 1 };
}

export function object(id: string): MaskObject {
  const mask = { size, runs: Uint32Array.of(6) };
  return {
    id,
    name: id,
    mask,
    color: 0,
    classId: null,
    predictedIou: 0.9,
    model: 'robust',
    prompt: [],
    isHidden: false,
    isLocked: false,
    note: '',
    attributes: [],
  };
}

const prompt = fc.array(
  fc.record({
    kind: fc.constant('point' as const),
    at: fc.record({ x: fc.double({ noNaN: true }), y: fc.double({ noNaN: true }) }),
    label: fc.constantFrom('include' as const, 'exclude' as const),
    candidate: fc.constantFrom(null, 0, 1, 2, 3),
  }),
);

const proposals: fc.Arbitrary<readonly Proposal[]> = fc.array(
  fc.record({
    id: fc.uuid(),
    mask: fc.constant({ size, runs: Uint32Array.of(2, 4) }),
    predictedIou: fc.double({ min: 0, max: 1, noNaN: true }),
    stability: fc.double({ min: 0, max: 1, noNaN: true }),
    model: fc.constantFrom('robust', 'plain'),
    prompt: prompt.map((steps) =>
      steps.map((step) => ({ ...step, zoom: true as const, asIs: true as const })),
    ),
  }),
  { maxLength: 3 },
);

const word = fc.constantFrom('', 'cat', 'dog', '__proto__');

const classes: fc.Arbitrary<readonly ObjectClass[]> = fc.subarray(
  ['cat', 'dog'].map((name) => {
    const attributes = [{ name: 'breed', kind: 'text', choices: [] }] as const;
    return { id: name, name, color: '#f0b429', attributes };
  }),
);

const review: fc.Arbitrary<Review> = fc.record({
  state: fc.constantFrom(...REVIEW_STATES),
  comment: word,
  by: word,
  when: fc.nat(),
});

/** Everything about an object that a person can change. */
const edits = fc.record({
  name: word,
  classId: fc.constantFrom(null, 'cat', 'dog'),
  isHidden: fc.boolean(),
  isLocked: fc.boolean(),
  note: word,
  attributes: fc.constantFrom([], [['breed', 'tabby'] as const], [['old', true] as const]),
  review,
  agreement: fc.double({ min: 0, max: 1, noNaN: true }),
  cocoId: fc.constantFrom(7, 'seven'),
});

const adjustments = fc.constantFrom(null, NEUTRAL, { ...NEUTRAL, exposure: 1.5, inverts: true });

/** A change that fits the state: indices exist, `before` is what is there. */
export function anyChange(state: DocumentState): fc.Arbitrary<Change> {
  const photoId = 'a';
  const objects = state.objects[photoId] ?? [];
  const changes: fc.Arbitrary<Change>[] = [
    newPhotos(state).map((placed) => ({ kind: 'add-photos', placed })),
    fc.subarray([...state.photos.entries()]).map((some) => {
      return { kind: 'remove-photos', placed: some.map(([index, photo]) => ({ photo, index })) };
    }),
    fc.boolean().map((after) => {
      return { kind: 'set-done', photoId, before: state.done[photoId] ?? false, after };
    }),
    fc.option(review).map((after) => {
      return { kind: 'set-review', photoId, before: state.reviews[photoId] ?? null, after };
    }),
    fc.nat(1000).map((after) => {
      return { kind: 'set-seconds', photoId, before: state.seconds[photoId] ?? 0, after };
    }),
    adjustments.map((after) => {
      const before = state.adjustments[photoId] ?? null;
      return { kind: 'set-adjustments', photoId, before, after };
    }),
    adjustments.map((after) => {
      return { kind: 'set-shared-adjustments', before: state.sharedAdjustments, after };
    }),
    proposals.map((after) => {
      return { kind: 'set-proposals', photoId, before: state.proposals[photoId] ?? [], after };
    }),
    prompt.map((after) => ({
      kind: 'set-prompt',
      photoId,
      before: state.prompts[photoId] ?? [],
      after,
    })),
    fc
      .tuple(fc.nat(objects.length), newId(objects))
      .map(([index, id]) => ({ kind: 'add-object', photoId, object: object(id), index })),
    classes.map((after) => ({ kind: 'set-classes', before: state.classes, after })),
    fc.array(word, { maxLength: 3 }).map((after) => {
      return { kind: 'set-tags', photoId, before: state.tags[photoId] ?? [], after };
    }),
    fc.constantFrom(null, ...objects.map(({ id }) => id)).map((after) => {
      return { kind: 'set-refined', photoId, before: state.refined[photoId] ?? null, after };
    }),
    orderOf(objects.map(({ id }) => id)).map((after) => {
      return { kind: 'order-objects', photoId, before: objects.map(({ id }) => id), after };
    }),
    ...objects.flatMap((kept, index) => [
      fc.constant<Change>({ kind: 'remove-object', photoId, object: kept, index }),
      edits.map((edit): Change => {
        return { kind: 'set-object', photoId, before: kept, after: { ...kept, ...edit } };
      }),
    ]),
    ...state.photos.map((before) =>
      edits.map((edit): Change => {
        const after = { ...before, name: edit.name, cocoId: edit.cocoId };
        return { kind: 'set-photo', photoId: before.id, before, after };
      }),
    ),
  ];
  return fc.oneof(...changes);
}

/** Photos that are new, at places of the longer list, in order. */
function newPhotos({ photos }: DocumentState): fc.Arbitrary<readonly PlacedPhoto[]> {
  return fc.integer({ min: 1, max: 3 }).chain((count) => {
    const places = [...Array(photos.length + count).keys()];
    return fc
      .tuple(
        fc.subarray(places, { minLength: count, maxLength: count }),
        fc.uniqueArray(newId(photos), { minLength: count, maxLength: count }),
      )
      .map(([at, ids]) => at.map((index, i) => ({ index, photo: photo(ids[i] ?? '') })));
  });
}

function newId(all: readonly { readonly id: string }[]): fc.Arbitrary<string> {
  return fc.uuid().filter((id) => !all.some((other) => other.id === id));
}

function orderOf(ids: readonly string[]): fc.Arbitrary<readonly string[]> {
  return fc.shuffledSubarray([...ids], { minLength: ids.length });
}
