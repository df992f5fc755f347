import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mask } from '../mask/mask.ts';
import { anyMaskOf, maskFromPicture } from '../mask/testing/arbitrary.ts';
import type { Change } from './change.ts';
import { createDocument } from './document.ts';
import { packStep } from './packed.ts';
import type { MaskObject } from './types.ts';

const photoId = 'a';
const size = { width: 6, height: 5 };

function object(id: string, mask: Mask): MaskObject {
  const rest = {
    color: 0,
    classId: null,
    isHidden: false,
    isLocked: false,
    note: '',
    attributes: [],
    predictedIou: 0.9,
    model: 'robust',
    prompt: [],
  } as const;
  return { id, name: id, mask, ...rest };
}

const edit = fc.record({
  which: fc.constantFrom('one', 'two'),
  masks: fc.array(
    anyMaskOf(size).map(({ mask }) => mask),
    { minLength: 1, maxLength: 3 },
  ),
  className: fc.constantFrom(null, 'cup'),
});
const start = fc.tuple(anyMaskOf(size), anyMaskOf(size));

test('packed steps are undone and redone exactly, also several edits of one object in a step', () => {
  fc.assert(
    fc.property(start, fc.array(edit, { minLength: 1, maxLength: 6 }), ([one, two], edits) => {
      const document = createDocument();
      const objects = [object('one', one.mask), object('two', two.mask)];
      const adding = objects.map(
        (kept, index) => ({ kind: 'add-object', photoId, object: kept, index }) as const,
      );
      document.commit({ name: 'add', photoId, changes: adding });
      const states = [document.state.getState()];
      for (const { which, masks, className } of edits) {
        const now = document.state.getState().objects.a?.find(({ id }) => id === which);
        if (!now) throw new Error('no object');
        let before = now;
        const changes = masks.map((mask): Change => {
          const after = { ...before, mask, className };
          const change = { kind: 'set-object', photoId, before, after } as const;
          before = after;
          return change;
        });
        document.commit({ name: 'edit', photoId, changes });
        states.push(document.state.getState());
      }
      for (const state of states.slice(0, -1).toReversed()) {
        document.undo();
        expect(document.state.getState()).toEqual(state);
      }
      for (const state of states.slice(1)) {
        document.redo();
        expect(document.state.getState()).toEqual(state);
      }
    }),
  );
});

test('a small edit of a ragged mask takes little memory', () => {
  const wide = { width: 4000, height: 2000 };
  const runs = new Uint32Array(400_000).fill(20);
  const ragged = object('one', { size: wide, runs });
  const edited = runs.slice();
  edited[1000] = 25;
  edited[1001] = 15;
  const after = { ...ragged, mask: { size: wide, runs: edited } };
  const changes = [{ kind: 'set-object', photoId, before: ragged, after }] as const;
  expect(packStep({ name: 'brush', photoId, changes }).bytes).toBeLessThan(2_000);
});

test('a step that changes no mask holds none', () => {
  const before = object('one', { size, runs: new Uint32Array(100_000) });
  const changes = [
    { kind: 'set-object', photoId, before, after: { ...before, className: 'cup' } },
  ] as const;
  expect(packStep({ name: 'class', photoId, changes }).bytes).toBeLessThan(2_000);
});

test('over the budget the oldest steps go, and the newest stays whatever it takes', () => {
  const add = (id: string): Change => {
    const mask = maskFromPicture('#.#.#.#.#.', '.#.#.#.#.#');
    return { kind: 'add-object', photoId, object: object(id, mask), index: 0 };
  };
  const step = (id: string) => ({ name: id, photoId, changes: [add(id)] });
  const { bytes } = packStep(step('one'));
  const document = createDocument();
  document.limitHistory(2.5 * bytes);
  for (const id of ['one', 'two', 'three']) document.commit(step(id));
  expect(document.undo()?.name).toBe('three');
  expect(document.undo()?.name).toBe('two');
  expect(document.undo()).toBeNull();
  expect(document.state.getState().objects.a?.map(({ id }) => id)).toEqual(['one']);
  const tight = createDocument();
  tight.limitHistory(1);
  tight.commit(step('one'));
  expect(tight.undo()?.name).toBe('one');
});
