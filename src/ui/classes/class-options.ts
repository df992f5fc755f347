import { classNamed } from '../../app/classes/class-list.ts';
import type { ObjectClass } from '../../document/classes.ts';
import { classKey } from '../../tools/actions/class-actions.ts';

export type ClassOption =
  | { readonly kind: 'class'; readonly class: ObjectClass; readonly key: string | null }
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'none' };

/**
 * What the typed words may mean, the likeliest first: the class of that name, those that begin so,
 * those that hold them, and last a new one. Without words all of them, and none.
 */
export function classOptions(
  classes: readonly ObjectClass[],
  text: string,
): readonly ClassOption[] {
  const words = text.trim().toLowerCase();
  const options = classes
    .map(
      (one, i) =>
        ({ kind: 'class', class: one, key: classKey(i), rank: rankOf(one, words) }) as const,
    )
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ rank: _, ...option }) => option);
  if (words === '') return [...options, { kind: 'none' }];
  const isKnown = classNamed(classes, words) !== undefined;
  return isKnown ? options : [...options, { kind: 'create', name: text.trim() }];
}

const NO_MATCH = 3;

function rankOf({ name }: ObjectClass, words: string): number {
  const at = name.toLowerCase().indexOf(words);
  if (at === -1) return NO_MATCH;
  if (name.length === words.length) return 0;
  return at === 0 ? 1 : 2;
}
