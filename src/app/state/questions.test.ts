import { describe, expect, test } from 'vitest';
import { EMPTY_DOCUMENT, type MaskObject } from '../../document/types.ts';
import {
  currentPrompt,
  isPrompting,
  leadObject,
  proposalsOn,
  refinedObject,
  scoreOf,
  selectedObjects,
  shownObjects,
  tagsOf,
} from './questions.ts';

const photo = { id: 'a', levels: [] };
const object = (id: string): MaskObject => ({
  id,
  name: id,
  color: 0,
  classId: null,
  isHidden: false,
  isLocked: false,
  note: '',
  attributes: [],
  mask: { size: { width: 1, height: 1 }, runs: Uint32Array.of(1) },
  predictedIou: null,
  model: null,
  prompt: [],
});
const document = {
  ...EMPTY_DOCUMENT,
  objects: { a: [object('1'), object('2')], b: [object('3')] },
  refined: { a: '2', b: 'gone' },
};

describe('questions about the shown photo', () => {
  test('without a photo, or on one without any, all lists are empty and the same', () => {
    const none = { photo: null };
    const other = { photo: { id: 'c', levels: [] } };
    for (const view of [none, other]) {
      expect(shownObjects(document, view)).toEqual([]);
      expect(shownObjects(document, view)).toBe(shownObjects(document, view));
      expect(currentPrompt(document, view)).toBe(currentPrompt(document, view));
      expect(proposalsOn(document, view)).toBe(proposalsOn(document, view));
      expect(refinedObject(document, view)).toBeNull();
      expect(isPrompting(document, view)).toBe(false);
    }
    expect(tagsOf(document, 'c')).toEqual([]);
  });

  test('what undo took away is neither selected nor in the lead', () => {
    const view = { photo, selectedObjectIds: ['2', 'gone'], selectedObjectId: 'gone' };
    expect(selectedObjects(document, view).map(({ id }) => id)).toEqual(['2']);
    expect(leadObject(document, view)).toBeNull();
    expect(leadObject(document, { ...view, selectedObjectId: '2' })?.id).toBe('2');
  });

  test('an object without a prompt in hand is still being refined', () => {
    expect(refinedObject(document, { photo })?.id).toBe('2');
    expect(isPrompting(document, { photo })).toBe(true);
    const other = { photo: { id: 'b', levels: [] } };
    expect(refinedObject(document, other)).toBeNull();
    expect(isPrompting(document, other)).toBe(true);
  });
});

test('the score of an answer is that of the mask it shows', () => {
  const candidates = [1, 2].map((token) => ({ token, predictedIou: token / 10, area: 1 }));
  expect(scoreOf({ candidates, token: 2 })).toBe(0.2);
  expect(scoreOf({ candidates, token: 3 })).toBeNull();
});
