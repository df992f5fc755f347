import type { MaskObject } from '../../document/types.ts';
import { LANGUAGE_FACTS, LANGUAGES } from '../../words/languages.ts';
import { t } from '../../words/words.ts';

/** "Object 1" for the first colour. */
export function objectName(color: number): string {
  return t('objects.new', { number: color + 1 });
}

/** The object's name; one that nobody has named is called so in the language of the page. */
export function shownName({ name, color }: Pick<MaskObject, 'name' | 'color'>): string {
  const isUnnamed = LANGUAGES.some((language) => {
    return LANGUAGE_FACTS[language].newObject.replace('{{number}}', String(color + 1)) === name;
  });
  return isUnnamed ? objectName(color) : name;
}
