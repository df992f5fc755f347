import type { Texts } from './keys.ts';

/** The texts of one language, as far as they have come. */
export interface Catalogue {
  add(texts: Texts): void;
  /** Null: there is no such text. */
  say(key: string, values: Values): string | null;
}

export type Values = Readonly<Record<string, unknown>>;

/** A name in double braces; `number` after a comma groups its digits. */
const VALUE = /\{\{(\w+)(, number)?\}\}/g;

/** `locale` is a code of BCP 47. */
export function createCatalogue(locale: string, texts: Texts): Catalogue {
  const byKey = new Map(flat(texts, ''));
  const forms = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);

  function textFor(key: string, { count }: Values): string | undefined {
    if (typeof count !== 'number') return byKey.get(key);
    return (
      byKey.get(`${key}_${forms.select(count)}`) ?? byKey.get(`${key}_other`) ?? byKey.get(key)
    );
  }

  return {
    add(more) {
      for (const [key, text] of flat(more, '')) byKey.set(key, text);
    },
    say(key, values) {
      const text = textFor(key, values);
      if (text === undefined) return null;
      return text.replace(VALUE, (_, name: string, isNumber?: string) => {
        const value = values[name];
        return isNumber && typeof value === 'number' ? numbers.format(value) : String(value ?? '');
      });
    },
  };
}

function flat(texts: Texts, path: string): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[path + key, text]] : flat(text, `${path}${key}.`),
  );
}
