import { en } from './en/en.ts';
import type { Texts } from './keys.ts';

interface LanguageFacts {
  /** How dates, numbers and lists are written: in British English the day comes before the month, and no comma before "and". */
  readonly locale: string;
  /** In its own words, for who can't read the others. */
  readonly switchTo: string;
  /** What objects are called that nobody has named, as the catalogue has it: known also of languages not loaded. */
  readonly newObject: string;
  /** English, which the others fall back to, is always there. */
  load(): Promise<Texts>;
}

/** By codes of BCP 47. One more language is an entry here, and a folder of words beside this file. */
export const LANGUAGE_FACTS = {
  en: {
    locale: 'en-GB',
    switchTo: 'Switch to English',
    newObject: 'Object {{number}}',
    load: async () => en,
  },
  ko: {
    locale: 'ko',
    switchTo: '한국어로 보기',
    newObject: '객체 {{number}}',
    load: async () => (await import('./ko/ko.ts')).ko,
  },
} as const satisfies Readonly<Record<string, LanguageFacts>>;

export type Language = keyof typeof LANGUAGE_FACTS;
export const LANGUAGES = Object.keys(LANGUAGE_FACTS) as readonly Language[];
