import { afterEach, expect, test } from 'vitest';
import { LANGUAGE_FACTS, LANGUAGES } from '../../words/languages.ts';
import { loadWords, setLanguage, t } from '../../words/words.ts';
import { objectName, shownName } from './object-name.ts';

await Promise.all(LANGUAGES.map(loadWords));

afterEach(() => setLanguage('en'));

test('an object that nobody has named is called so in the language of the page', () => {
  const object = { name: objectName(2), color: 2 };
  expect(shownName(object)).toBe('Object 3');
  setLanguage('ko');
  expect(shownName(object)).toBe('객체 3');
  setLanguage('en');
  expect(shownName({ name: '객체 3', color: 2 })).toBe('Object 3');
});

test('a name that a person gave stays', () => {
  setLanguage('ko');
  expect(shownName({ name: 'Object 7', color: 2 })).toBe('Object 7');
  expect(shownName({ name: 'Cup', color: 0 })).toBe('Cup');
});

test('each language has the name that its catalogue has', () => {
  for (const language of LANGUAGES) {
    setLanguage(language);
    const { newObject } = LANGUAGE_FACTS[language];
    expect(t('objects.new', { number: 5 })).toBe(newObject.replace('{{number}}', '5'));
  }
});
