import { afterEach, expect, test, vi } from 'vitest';
import { selectedObjects, shownObjects } from '../../app/state/questions.ts';
import { openPhoto } from '../../app/testing/world.ts';
import { loadWords, setLanguage } from '../../words/words.ts';
import { now } from '../now.ts';
import { drawObject, handsInTest } from '../testing/hands.ts';
import type { Hands } from './action.ts';
import { ACTIONS, type ActionId, ENTRIES, entriesNow } from './registry.ts';

await loadWords('ko');

/** What Node lacks: clipboard and folders. And without a photo there would be less to try. */
const BEYOND = /^copy(CutOut|Mask)$|^openFolder$|^removePhoto$/;

// One of the actions changes it.
afterEach(() => setLanguage('en'));

const whyNot = (hands: Hands, id: ActionId) => {
  const { action } = ENTRIES.find((entry) => entry.id === id) ?? {};
  return action?.whyNot?.(hands) ?? null;
};
const names = (hands: Hands) => shownObjects(...now(hands.annotator)).map(({ name }) => name);
const selected = (hands: Hands) => selectedObjects(...now(hands.annotator)).map(({ name }) => name);

async function withTwoObjects(): Promise<Hands> {
  const { hands, world } = handsInTest();
  await openPhoto(world, 'a');
  drawObject(hands, 0);
  drawObject(hands, 2);
  return hands;
}

test('whatever is open, each action says whether it can be done and is on, and can be tried', async () => {
  const { hands, world } = handsInTest();
  const tryAll = () => {
    for (const { id, action } of [...ENTRIES, ...entriesNow(hands)]) {
      action.isOn?.(hands);
      const reason = action.whyNot?.(hands) ?? null;
      expect(reason === null || reason.length > 0, action.title).toBe(true);
      if (!BEYOND.test(id)) action.run(hands);
    }
  };
  tryAll();
  await openPhoto(world, 'a');
  tryAll();
});

test('what needs a photo, a selection or another object says so', async () => {
  const { hands } = handsInTest();
  expect(whyNot(hands, 'delete')).toBe('Open a photo first');
  const two = await withTwoObjects();
  expect(whyNot(two, 'delete')).toBeNull();
  expect(whyNot(two, 'merge')).toBe('Select two objects or more');
  ACTIONS.selectAll.run(two);
  expect(whyNot(two, 'merge')).toBeNull();
  expect(whyNot(two, 'refine')).toBe('Select one object only');
  ACTIONS.selectNone.run(two);
  expect(whyNot(two, 'delete')).toBe('Select an object first');
  ACTIONS.selectAll.run(two);
  ACTIONS.lock.run(two);
  expect(whyNot(two, 'delete')).toBe('It is locked');
});

test('the next object is the one beneath, and round again', async () => {
  const hands = await withTwoObjects();
  const [lower, upper] = names(hands);
  ACTIONS.selectNone.run(hands);
  ACTIONS.selectNext.run(hands);
  expect(selected(hands)).toEqual([upper]);
  ACTIONS.selectNext.run(hands);
  expect(selected(hands)).toEqual([lower]);
  ACTIONS.selectNext.run(hands);
  expect(selected(hands)).toEqual([upper]);
  ACTIONS.selectNone.run(hands);
  ACTIONS.selectPrevious.run(hands);
  expect(selected(hands)).toEqual([lower]);
});

test('one press grows a mask by a pixel, one undo takes it back', async () => {
  const hands = await withTwoObjects();
  const before = selectedObjects(...now(hands.annotator))[0]?.mask;
  ACTIONS.grow.run(hands);
  await vi.waitFor(() =>
    expect(selectedObjects(...now(hands.annotator))[0]?.mask).not.toEqual(before),
  );
  void hands.annotator.undo();
  expect(selectedObjects(...now(hands.annotator))[0]?.mask).toEqual(before);
});

test('each class can be chosen, edited and merged by name', async () => {
  const hands = await withTwoObjects();
  for (const name of ['cat', 'dog']) hands.annotator.chooseClassNamed(name);
  const titles = entriesNow(hands).map(({ action }) => action.title);
  expect(titles).toContain('Class: cat');
  expect(titles).toContain('Go to photo a.png');
  expect(titles).toContain('Merge class cat into dog');
  expect(titles).toContain('Embeddings on disk: up to 2 GB');
  expect(new Set(titles).size).toBe(titles.length);
  const select = entriesNow(hands).find(({ action }) => /^Select .* dog/.test(action.title));
  ACTIONS.selectNone.run(hands);
  select?.action.run(hands);
  expect(selected(hands)).toHaveLength(1);
});

test('one key hides what is of the class in hand, and shows it again', async () => {
  const hands = await withTwoObjects();
  const hidden = () => shownObjects(...now(hands.annotator)).map(({ isHidden }) => isHidden);
  ACTIONS.selectNone.run(hands);
  ACTIONS.selectNext.run(hands);
  hands.annotator.chooseClassNamed('cat');
  ACTIONS.hideClassInHand.run(hands);
  expect(hidden()).toEqual([false, true]);
  expect(ACTIONS.hideClassInHand.isOn?.(hands)).toBe(true);
  // Nothing is selected: the class of new objects.
  ACTIONS.selectNone.run(hands);
  ACTIONS.hideClassInHand.run(hands);
  expect(hidden()).toEqual([false, false]);
  hands.annotator.chooseClassNamed('dog');
  expect(whyNot(hands, 'hideClassInHand')).toBe('This photo has none');
  hands.annotator.chooseClass(null);
  ACTIONS.hideClassInHand.run(hands);
  expect(hidden()).toEqual([true, false]);
});

test('titles, reasons and what there is now follow the language, at once', async () => {
  const hands = await withTwoObjects();
  hands.annotator.chooseClassNamed('cat');
  ACTIONS['language:ko'].run(hands);
  expect(ACTIONS['language:ko'].isOn?.(hands)).toBe(true);
  expect(ACTIONS.brush.title).toBe('브러시');
  for (const { id, action } of [...ENTRIES, ...entriesNow(hands)]) {
    expect(action.title, id).toMatch(/\p{Script=Hangul}/u);
    expect(action.whyNot?.(hands) ?? '가', id).toMatch(/\p{Script=Hangul}/u);
  }
  ACTIONS['language:en'].run(hands);
  expect(ACTIONS.brush.title).toBe('Brush');
});

test('the titles that name figures name those that are used', () => {
  expect(ACTIONS.dropSpecks.title).toBe('Drop specks of up to 100 px');
  expect(ACTIONS.smooth.title).toBe('Smooth by 2 px');
});
