import { afterEach, describe, expect, test } from 'vitest';
import { openPhoto } from '../../app/testing/world.ts';
import { ENTRIES } from '../../tools/actions/registry.ts';
import { handsInTest } from '../../tools/testing/hands.ts';
import { synonyms } from '../../words/en/menus.ts';
import { currentLanguage, loadWords, setLanguage } from '../../words/words.ts';
import { allSections, createFinder } from './entries.ts';

await loadWords('ko');

function setUp() {
  const { hands, world } = handsInTest();
  const found = (words: string, recent: readonly string[] = []) =>
    createFinder(hands)(words, recent, (letters) => letters.toUpperCase()).map(
      ({ entry }) => entry.action.title,
    );
  return { hands, world, found };
}

test('a few letters, in any order of the words, find an action', () => {
  const { found } = setUp();
  expect(found('high contrast')[0]).toBe('Theme: high contrast');
  expect(found('contrast theme')[0]).toBe('Theme: high contrast');
  expect(found('exprt')[0]).toBe('Export data set');
  expect(found('fill holes')[0]).toBe('Fill all holes');
  expect(found('zzz')).toEqual([]);
});

test('an action is found by other words for it, after those that are called so', () => {
  const { found } = setUp();
  expect(found('shortcut')[0]).toBe('Keys and gestures');
  expect(found('backup')).toContain('Save a project file, with its photos');
  expect(found('dilate')[0]).toBe('Grow by 1 px');
  expect(found('zoom')[0]).toMatch(/^Zoom/);
});

test('every synonym is of an action that there is', () => {
  const ids = new Set(ENTRIES.map(({ id }) => id));
  expect(Object.keys(synonyms).filter((id) => !ids.has(id))).toEqual([]);
});

test('photos and classes are found by name', async () => {
  const { found, hands, world } = setUp();
  await openPhoto(world, 'harbour');
  hands.annotator.chooseClassNamed('sailing boat');
  expect(found('harbour')[0]).toBe('Go to photo harbour.png');
  expect(found('sailing')[0]).toBe('Class: sailing boat');
});

test('of equals the one used lately comes first, and what can’t be done comes last', () => {
  const { found } = setUp();
  const themes = found('theme', ['themeLight']);
  expect(themes[0]).toBe('Theme: light');
  const zoom = found('import');
  expect(zoom[0]).toBe('Import labels');
  expect(zoom.at(-1)).toBe('Import a list of classes');
});

test('what was found is marked in the title', () => {
  const { hands } = setUp();
  const [first] = createFinder(hands)('undo', [], (letters) => `<${letters}>`);
  expect(first?.marked?.join('')).toBe('<Undo>');
});

test('without words everything is there, what was used lately first and once', () => {
  const { hands } = setUp();
  const sections = allSections(hands, ['samples', 'no longer there']);
  expect(sections[0]?.title).toBe('Recent');
  expect(sections[0]?.found.map(({ entry }) => entry.id)).toEqual(['samples']);
  const ids = sections.flatMap(({ found }) => found.map(({ entry }) => entry.id));
  expect(new Set(ids).size).toBe(ids.length);
});

describe('in Korean', () => {
  function setUpKorean() {
    const all = setUp();
    all.hands.annotator.setLanguage('ko');
    return all;
  }

  afterEach(() => setLanguage('en'));

  test('actions are found by their Korean titles', () => {
    const { found } = setUpKorean();
    expect(found('지우개')[0]).toBe('지우개');
    expect(found('고대비 테마')[0]).toBe('테마: 고대비');
    expect(found('데이터셋')[0]).toBe('데이터셋 내보내기');
  });

  test('and by the English ones, which are then shown and marked', () => {
    const { hands, found } = setUpKorean();
    expect(found('eraser')).toEqual(['지우개']);
    const [first] = createFinder(hands)('undo', [], (letters) => `<${letters}>`);
    expect(first?.entry.action.title).toBe('되돌리기');
    expect(first?.marked?.join('')).toBe('되돌리기');
    expect(first?.english?.join('')).toBe('<Undo>');
    expect(currentLanguage()).toBe('ko');
  });

  test('what both languages find is there once, marked in the Korean title', async () => {
    const { hands, found, world } = setUpKorean();
    await openPhoto(world, 'harbour');
    expect(found('harbour')).toEqual(['harbour.png 사진으로 이동']);
    const [photo] = createFinder(hands)('harbour', [], (letters) => `<${letters}>`);
    expect(photo?.marked?.join('')).toBe('<harbour>.png 사진으로 이동');
    expect(photo?.english).toBeNull();
  });

  test('the choice of language is found by who reads only the other', () => {
    const { found, hands } = setUpKorean();
    expect(found('english')[0]).toBe('언어: 영어 (Language: English)');
    hands.annotator.setLanguage('en');
    expect(found('한국어')[0]).toBe('Language: Korean (언어: 한국어)');
  });
});
