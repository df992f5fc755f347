import { createInstance } from 'i18next';
import { en } from './en/en.ts';
import { ko } from './ko/ko.ts';

/** Codes of BCP 47; each has a folder of words beside this file. */
export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

/** In its own words, for who can't read the others. */
export const SWITCH_TO: Readonly<Record<Language, string>> = {
  en: 'Switch to English',
  ko: '한국어로 보기',
};

const words = createInstance({
  lng: 'en',
  fallbackLng: 'en',
  supportedLngs: LANGUAGES,
  resources: { en: { translation: en }, ko: { translation: ko } },
  // React and textContent escape by themselves.
  interpolation: { escapeValue: false },
  initAsync: false,
});
void words.init();

/**
 * The text of a key in the language of the page, such as `t('objects.locked', { count: 2 })`.
 * Ask when it is shown: a constant made while modules load would stay in the first language.
 */
export const t = say as typeof words.t;

/** Putting a text together takes i18next up to 50 microseconds, and a page that is drawn asks for hundreds. */
const said = new Map<string, string>();
const MOST_SAID = 5000;

function say(key: string, values?: object): string {
  const name = `${words.language} ${key} ${values ? JSON.stringify(values) : ''}`;
  const known = said.get(name);
  if (known !== undefined) return known;
  if (said.size >= MOST_SAID) said.clear();
  const text = words.t(key as 'page.insecure', { ...values });
  said.set(name, text);
  return text;
}

export function setLanguage(language: Language): void {
  void words.changeLanguage(language);
}

/** What is said in English, whatever the language of the page: many look for the English terms. */
export function inEnglish<T>(say: () => T): T {
  const language = currentLanguage();
  setLanguage('en');
  try {
    return say();
  } finally {
    setLanguage(language);
  }
}

/** For Intl, which formats numbers and dates by it. */
export function currentLanguage(): Language {
  return LANGUAGES.find((one) => one === words.language) ?? 'en';
}

/** Dates and times; in English the day comes before the month. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(currentLanguage() === 'en' ? 'en-GB' : 'ko', options);
}

/** The first language of the browser's that there are words in; English for none. */
export function browserLanguage(): Language {
  const wished = (globalThis.navigator?.languages ?? []).map((tag) => tag.split('-')[0]);
  return wished.flatMap((tag) => LANGUAGES.find((one) => one === tag) ?? [])[0] ?? 'en';
}
