import { expect, test } from 'vitest';
import { createCatalogue } from './catalogue.ts';

const texts = {
  files: {
    count_one: 'one file',
    count_few: '{{count}} files (few)',
    count_other: '{{count}} files',
  },
  plain: 'nothing to fill in',
  both: '{{a}} and {{b}}',
  area: 'up to {{area, number}} px',
};

test('the form of a text follows the number, by the rules of the language', () => {
  const say = (locale: string, count: number) =>
    createCatalogue(locale, texts).say('files.count', { count });
  expect([0, 1, 2, 5].map((count) => say('en', count))).toEqual([
    '0 files',
    'one file',
    '2 files',
    '5 files',
  ]);
  expect([1, 2, 5].map((count) => say('pl', count))).toEqual([
    'one file',
    '2 files (few)',
    '5 files',
  ]);
  expect(say('ko', 1)).toBe('1 files');
});

test('digits are grouped where the text asks for it', () => {
  const area = 1234567;
  expect(createCatalogue('en', texts).say('area', { area })).toBe('up to 1,234,567 px');
  expect(createCatalogue('de', texts).say('area', { area })).toBe('up to 1.234.567 px');
});

test('a value is put in as it is, and is no text to be filled in', () => {
  const english = createCatalogue('en', texts);
  expect(english.say('both', { a: '{{b}}', b: '$&' })).toBe('{{b}} and $&');
});

test('what is no text has none', () => {
  const english = createCatalogue('en', texts);
  for (const key of ['files', 'files.count_three', 'files.count', 'constructor', ''])
    expect(english.say(key, {})).toBeNull();
  expect(english.say('plain', { count: 2 })).toBe('nothing to fill in');
});
