import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyAll } from './apply-all.ts';
import { apply, type Change, invert } from './change.ts';
import { createDocument } from './document.ts';
import { anyChange, object } from './testing/arbitrary.ts';
import { type DocumentState, EMPTY_DOCUMENT } from './types.ts';

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
          proposals: { a: [] },
          done: { a: false },
          reviews: { a: null },
          seconds: { a: 0 },
          adjustments: { a: null },
        };
        for (let i = 0; i < 8; i++) {
          const change = gen(anyChange, state);
          const next = apply(state, change);
          expect(apply(next, invert(change))).toEqual(state);
          state = next;
        }
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('makes many changes at once as it makes them one by one', () => {
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        const start = { ...EMPTY_DOCUMENT, objects: { a: [], b: [object('there')] } };
        const changes: Change[] = [];
        let state: DocumentState = start;
        for (let i = 0; i < 12; i++) {
          const [photoId, at] = gen(fc.constantFrom, ['a', 0], ['b', 1]) as [string, number];
          const change: Change = gen(fc.boolean)
            ? gen(anyChange, state)
            : { kind: 'add-object', photoId, object: object(`${i}`), index: at };
          changes.push(change);
          state = apply(state, change);
        }
        expect(applyAll(start, changes)).toEqual(state);
        expect(start.objects).toEqual({ a: [], b: [object('there')] });
        const back = changes.toReversed().map(invert);
        expect(applyAll(state, back)).toEqual(back.reduce(apply, state));
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
