import { afterEach, describe, expect, it, test, vi } from 'vitest';
import * as first from './en/first.ts';
import * as rest from './en/rest.ts';
import { LANGUAGE_FACTS, LANGUAGES } from './languages.ts';
import { browserLanguage, currentLanguage, inEnglish, loadWords, setLanguage, t } from './words.ts';

await loadWords('ko');

interface Words {
  readonly [key: string]: string | Words;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Key to text; of a plural the form that all languages have. */
function flat(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? key.endsWith('_one')
        ? []
        : [[`${path}${key.replace(PLURAL, '')}`, value]]
      : flat(value, `${path}${key}.`),
  );
}

function keysIn(words: Words, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysIn(value, `${path}${key}.`),
  );
}

function valuesIn(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();
}

const english = new Map([...flat(first), ...flat(rest)]);
const OTHERS = await Promise.all(
  LANGUAGES.filter((language) => language !== 'en').map(async (language) => {
    const { loadFirst, loadRest } = LANGUAGE_FACTS[language];
    const texts = new Map([...flat(await loadFirst()), ...flat(await loadRest())]);
    return [language, texts] as const;
  }),
);

afterEach(() => {
  setLanguage('en');
  vi.unstubAllGlobals();
});

describe.each(OTHERS)('the language %s', (language, texts) => {
  it('says all that English says, and nothing else', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('has a form for every number', async () => {
    const { locale, loadFirst, loadRest } = LANGUAGE_FACTS[language];
    const rules = new Intl.PluralRules(locale);
    const forms = new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)));
    const keys = new Set([...keysIn(await loadFirst()), ...keysIn(await loadRest())]);
    const counted = [...keysIn(first), ...keysIn(rest)].filter((key) => key.endsWith('_other'));
    expect(counted.length).toBeGreaterThan(20);
    const asked = counted.flatMap((key) =>
      [...forms].map((form) => key.replace(PLURAL, `_${form}`)),
    );
    expect(asked.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('names the same values', () => {
    const values = (words: typeof english) =>
      Object.fromEntries([...words].map(([key, text]) => [key, valuesIn(text)]));
    expect(values(texts)).toEqual(values(english));
  });
});

test('Korean is Korean', () => {
  const korean = new Map(OTHERS).get('ko') ?? new Map<string, string>();
  expect(korean.size).toBe(english.size);
  // Units stay, but stand beside their number without a space.
  const joined = (text = '') => text.replace(/\s/g, '');
  const foreign = [...korean].filter(
    ([key, text]) => !/\p{Script=Hangul}/u.test(text) && joined(text) !== joined(english.get(key)),
  );
  expect(foreign).toEqual([]);
});

test('no text is empty, or has spaces around it', () => {
  const odd = [...english, ...OTHERS.flatMap(([, texts]) => [...texts])].filter(
    ([, text]) => text === '' || text !== text.trim(),
  );
  expect(odd).toEqual([]);
});

test('a text follows the language, at once', () => {
  const before = t('shell.update.later');
  setLanguage('ko');
  expect(currentLanguage()).toBe('ko');
  expect(t('shell.update.later')).not.toBe(before);
});

test('what is said in English aside leaves the language as it is, whatever happens', () => {
  setLanguage('ko');
  expect(inEnglish(() => t('shell.update.later'))).toBe('Later');
  expect(() =>
    inEnglish(() => {
      throw new Error('stopped');
    }),
  ).toThrow('stopped');
  expect(currentLanguage()).toBe('ko');
});

test.each(['$t(shell.close)', '{{name}}', '$&', '<b>&amp;</b>', '$t(a, {"b": 1})'])(
  'a name like %s is a name and nothing else',
  (name) => {
    expect(t('actionHelp.about.class', { name })).toBe(`Class: ${name}`);
  },
);

test('a text that was said is said again for other values', () => {
  const texts = [1, 2, 1].map((count) => t('everythingPanel.masks', { count }));
  expect(texts).toEqual(['1 mask', '2 masks', '1 mask']);
});

test.each([
  [['ko-KR', 'en-US'], 'ko'],
  [['en-GB', 'ko'], 'en'],
  [['qaa', 'ko'], 'ko'],
  [['qaa', 'qab'], 'en'],
  [['ko-Kore-KR'], 'ko'],
  [['ko@posix', 'en'], 'ko'],
  [['c', 'ko'], 'ko'],
  [[], 'en'],
])('a browser set to %j starts in %s', (languages, language) => {
  vi.stubGlobal('navigator', { languages });
  expect(browserLanguage()).toBe(language);
});
