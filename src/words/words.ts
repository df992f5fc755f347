import { type Catalogue, createCatalogue, type Values } from './catalogue.ts';
import * as first from './en/first.ts';
import type { TextKey, ValuesFor } from './keys.ts';
import { LANGUAGE_FACTS, LANGUAGES, type Language } from './languages.ts';

const english = createCatalogue('en', first);
const loaded = new Map<Language, Catalogue>([['en', english]]);
let current: Language = 'en';
/** The rest of the words has been asked for, also of languages that come later. */
let isWhole = false;

/**
 * The text of a key in the language of the page, such as `t('projects.copyOf', { name })`.
 * Ask when it is shown: a constant made while modules load would stay in the first language.
 */
export function t<Key extends TextKey>(key: Key, ...[values]: ValuesFor<Key>): string {
  return textOr(key, key, { ...values });
}

/** The text of a key that may not exist: otherwise something else. */
export function textOr(key: string, otherwise: string, values: Values = {}): string {
  const text = loaded.get(current)?.say(key, values) ?? english.say(key, values) ?? otherwise;
  note(text, { key, values });
  return text;
}

/** What a text was made of, so it can be said again in another language. */
export interface Said {
  readonly key: string;
  /** A value that is a text itself is one of these. */
  readonly values: Values;
}

/** Texts are asked about right after they are said. */
const NOTED = 64;
const noted = new Map<string, Said>();

function note(text: string, said: Said): void {
  noted.delete(text);
  noted.set(text, said);
  const [oldest] = noted.keys();
  if (noted.size > NOTED && oldest !== undefined) noted.delete(oldest);
}

/** Null for what no catalogue says, and for what was said long ago. */
export function saidAs(text: string): Said | null {
  const said = noted.get(text);
  if (!said) return null;
  const values = Object.entries(said.values).map(([name, value]) => {
    return [name, (typeof value === 'string' && value !== text && saidAs(value)) || value];
  });
  return { key: said.key, values: Object.fromEntries(values) };
}

/** In the language of the page. */
export function sayAgain({ key, values }: Said): string {
  const said = Object.entries(values).map(([name, value]) => {
    return [name, isSaid(value) ? sayAgain(value) : value];
  });
  return textOr(key, key, Object.fromEntries(said));
}

function isSaid(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && 'key' in value;
}

/** Brings a language's words, which only come when they are wanted. */
export async function loadWords(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const { loadFirst, loadRest } = LANGUAGE_FACTS[language];
  const [first, rest] = await Promise.all([loadFirst(), isWhole ? loadRest() : {}]);
  const catalogue = createCatalogue(language, first);
  catalogue.add(rest);
  loaded.set(language, catalogue);
}

/** Brings what is said beside the first screen: of the languages that are there, and of those that come later. */
export async function loadRestOfWords(): Promise<void> {
  isWhole = true;
  const languages = [...loaded].map(async ([language, catalogue]) =>
    catalogue.add(await LANGUAGE_FACTS[language].loadRest()),
  );
  await Promise.all(languages);
}

export function hasWords(language: Language): boolean {
  return loaded.has(language);
}

/** Its words must be there. */
export function setLanguage(language: Language): void {
  current = language;
}

/** What is said in English, whatever the language of the page: many look for the English terms. */
export function inEnglish<T>(say: () => T): T {
  const language = current;
  current = 'en';
  try {
    return say();
  } finally {
    current = language;
  }
}

export function currentLanguage(): Language {
  return current;
}

/** For Intl, which formats numbers, dates and lists by it. */
export function currentLocale(): string {
  return LANGUAGE_FACTS[current].locale;
}

/** Dates and times. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(currentLocale(), options);
}

/** The first language of the browser's that there are words in; English for none. */
export function browserLanguage(): Language {
  const wished = (globalThis.navigator?.languages ?? []).map(withScript);
  return wished.flatMap((tag) => LANGUAGES.find((one) => withScript(one) === tag) ?? [])[0] ?? 'en';
}

/** The region matters only where it decides on the script: zh-TW is written as zh-Hant. */
function withScript(tag: string): string {
  try {
    // Some systems append what is no part of a tag: en-US@posix.
    const { language, script } = new Intl.Locale(tag.replace(/@.*/, '')).maximize();
    return language + script;
  } catch {
    return '';
  }
}
