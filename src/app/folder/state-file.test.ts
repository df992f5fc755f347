import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyAll } from '../../document/apply-all.ts';
import { invert } from '../../document/change.ts';
import { type DocumentState, EMPTY_DOCUMENT, type MaskObject } from '../../document/types.ts';
import { changesTo } from './state-file.ts';

const size = { width: 4, height: 2 };

const object = fc
  .record({
    id: fc.constantFrom('o1', 'o2', 'o3'),
    run: fc.integer({ min: 0, max: 8 }),
    note: fc.constantFrom('', 'n'),
  })
  .map(
    ({ id, run, note }): MaskObject => ({
      id,
      name: id,
      mask: { size, runs: Uint32Array.of(8 - run, run) },
      color: 0,
      classId: null,
      predictedIou: null,
      model: null,
      prompt: [],
      isHidden: false,
      isLocked: false,
      note,
      attributes: [],
    }),
  );

const perPhoto = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { noNullPrototype: true });

const state: fc.Arbitrary<DocumentState> = fc
  .record({
    ids: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    objects: perPhoto(fc.uniqueArray(object, { selector: ({ id }) => id })),
    tags: perPhoto(fc.uniqueArray(fc.constantFrom('x', 'y'))),
    done: perPhoto(fc.boolean()),
    seconds: perPhoto(fc.nat(9)),
    named: fc.boolean(),
  })
  .map(({ ids, named, ...facts }) => ({
    ...EMPTY_DOCUMENT,
    ...facts,
    classes: named ? [{ id: 'k', name: 'kite', color: '#ff0000', attributes: [] }] : [],
    photos: ids.map((id) => ({ id, name: id, folder: '', size, format: 'png', bytes: 1 })),
  }));

/** What can be seen of it, whatever the order of photos. */
function seenOf({ photos, objects, tags, done, seconds, classes }: DocumentState) {
  const of = photos.map(({ id }) => [
    id,
    objects[id] ?? [],
    tags[id] ?? [],
    done[id] ?? false,
    seconds[id] ?? 0,
  ]);
  return [of.sort(), classes];
}

it('leads from any document to any other one, and back', () => {
  fc.assert(
    fc.property(state, state, (before, after) => {
      const changes = changesTo(before, after);
      const there = applyAll(before, changes);
      expect(seenOf(there)).toEqual(seenOf(after));
      const back = applyAll(there, changes.toReversed().map(invert));
      expect(seenOf(back)).toEqual(seenOf(before));
      expect(changesTo(before, structuredClone(before))).toEqual([]);
    }),
  );
});
