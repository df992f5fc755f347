import { keysOf } from '../typed/records.ts';
import * as first from './en/first.ts';
import type { Texts } from './keys.ts';

interface LanguageFacts {
  /** How dates, numbers and lists are written: in British English the day comes before the month, and no comma before "and". */
  readonly locale: string;
  /** What its action is called, in its own words as the next one is, for those who can't read the others. */
  readonly title: string;
  readonly switchTo: string;
  /** What objects are called that nobody has named, as the catalogue has it: known also of languages not loaded. */
  readonly newObject: string;
  /** What the first screen says. Of English, which the others fall back to, it is always there. */
  loadFirst(): Promise<Texts>;
  /** What is said beside the first screen. */
  loadRest(): Promise<Texts>;
}

/** By codes of BCP 47. One more language is an entry here, and a folder of words beside this file. */
export const LANGUAGE_FACTS = {
  en: {
    locale: 'en-GB',
    title: 'Language: English',
    switchTo: 'Switch to English',
    newObject: 'Object {{number}}',
    loadFirst: async () => first,
    loadRest: () => import('./en/rest.ts'),
  },
  ko: {
    locale: 'ko',
    title: '언어: 한국어',
    switchTo: '한국어로 보기',
    newObject: '객체 {{number}}',
    loadFirst: () => import('./ko/first.ts'),
    loadRest: () => import('./ko/rest.ts'),
  },
} as const satisfies Readonly<Record<string, LanguageFacts>>;

export type Language = keyof typeof LANGUAGE_FACTS;
export const LANGUAGES = keysOf(LANGUAGE_FACTS);
