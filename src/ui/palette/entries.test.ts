import { expect, test } from 'vitest';
import { openPhoto } from '../../app/testing/world.ts';
import { handsInTest } from '../../tools/testing/hands.ts';
import { allSections, findEntries } from './entries.ts';

function setUp() {
  const { hands, world } = handsInTest();
  const found = (words: string, recent: readonly string[] = []) =>
    findEntries(hands, words, recent, (letters) => letters.toUpperCase()).map(
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
  const [first] = findEntries(hands, 'undo', [], (letters) => `<${letters}>`);
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
