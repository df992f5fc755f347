import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, type Change, invert, type PlacedPhoto } from './change.ts';
import type { ObjectClass } from './classes.ts';
import { createDocument } from './document.ts';
import { type DocumentState, EMPTY_DOCUMENT, type MaskObject, type PhotoEntry } from './types.ts';

const size = { width: 3, height: 2 };

function photo(id: string): PhotoEntry {
  return { id, name: id, folder: '', size, format: 'png', bytes: 1 };
}

function object(id: string): MaskObject {
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
    at: fc.record({ x: fc.double(), y: fc.double() }),
    label: fc.constantFrom('include' as const, 'exclude' as const),
    candidate: fc.constantFrom(null, 0, 1, 2, 3),
  }),
);

const word = fc.constantFrom('', 'cat', 'dog', '__proto__');

const classes: fc.Arbitrary<readonly ObjectClass[]> = fc.subarray(
  ['cat', 'dog'].map((name) => {
    const attributes = [{ name: 'breed', kind: 'text', choices: [] }] as const;
    return { id: name, name, color: '#f0b429', attributes };
  }),
);

/** Everything about an object that a person can change. */
const edits = fc.record({
  name: word,
  classId: fc.constantFrom(null, 'cat', 'dog'),
  isHidden: fc.boolean(),
  isLocked: fc.boolean(),
  note: word,
  attributes: fc.constantFrom([], [['breed', 'tabby'] as const], [['old', true] as const]),
});

/** A change that fits the state: indices exist, `before` is what is there. */
function changeFor(state: DocumentState): fc.Arbitrary<Change> {
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
    fc.nat(1000).map((after) => {
      return { kind: 'set-seconds', photoId, before: state.seconds[photoId] ?? 0, after };
    }),
    prompt.map((after) => ({
      kind: 'set-prompt',
      photoId,
      before: state.prompts[photoId] ?? [],
      after,
    })),
    fc
      .tuple(fc.nat(objects.length), fc.uuid())
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
        const after = { ...before, name: edit.name };
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
        fc.uniqueArray(fc.uuid(), { minLength: count, maxLength: count }),
      )
      .map(([at, ids]) => at.map((index, i) => ({ index, photo: photo(ids[i] ?? '') })));
  });
}

function orderOf(ids: readonly string[]): fc.Arbitrary<readonly string[]> {
  return fc.shuffledSubarray([...ids], { minLength: ids.length });
}

describe('the document', () => {
  it('takes back exactly what a change did', () => {
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        let state: DocumentState = {
          ...EMPTY_DOCUMENT,
          prompts: { a: [] },
          objects: { a: [] },
          refined: { a: null },
          tags: { a: [] },
          done: { a: false },
          seconds: { a: 0 },
        };
        for (let i = 0; i < 8; i++) {
          const change = gen(changeFor, state);
          const next = apply(state, change);
          expect(apply(next, invert(change))).toEqual(state);
          state = next;
        }
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('puts objects into another order and changes one alone', () => {
    const objects = ['one', 'two', 'three'].map(object);
    const start = { ...EMPTY_DOCUMENT, objects: { a: objects } };
    const ids = ['three', 'one', 'two'];
    const before = objects.map(({ id }) => id);
    const ordered = apply(start, { kind: 'order-objects', photoId: 'a', before, after: ids });
    expect(ordered.objects.a?.map(({ id }) => id)).toEqual(ids);
    const [, one] = ordered.objects.a ?? [];
    if (!one) throw new Error('there are three objects');
    const after = { ...one, note: 'cracked' };
    const edited = apply(ordered, { kind: 'set-object', photoId: 'a', before: one, after });
    expect(edited.objects.a?.map(({ note }) => note)).toEqual(['', 'cracked', '']);
  });

  it('undoes and redoes whole steps in order', () => {
    const document = createDocument();
    const start = document.state.getState();
    const keep = object('o');
    document.commit({
      name: 'keep object',
      photoId: 'a',
      changes: [
        { kind: 'set-prompt', photoId: 'a', before: [], after: [] },
        { kind: 'add-object', photoId: 'a', object: keep, index: 0 },
      ],
    });
    const kept = document.state.getState();
    expect(document.undo()?.name).toBe('keep object');
    expect(document.state.getState().objects.a).toEqual([]);
    expect(document.state.getState().photos).toEqual(start.photos);
    document.redo();
    expect(document.state.getState()).toEqual(kept);
    expect(document.redo()).toBeNull();
  });

  it('forgets what was undone once something new is done', () => {
    const document = createDocument();
    const add = (id: string) =>
      document.commit({
        name: id,
        photoId: 'a',
        changes: [{ kind: 'add-object', photoId: 'a', object: object(id), index: 0 }],
      });
    add('one');
    document.undo();
    add('two');
    expect(document.redo()).toBeNull();
    expect(document.state.getState().objects.a?.map(({ id }) => id)).toEqual(['two']);
  });
});
