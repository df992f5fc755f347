import { go } from 'fuzzysort';
import type { ReactNode } from 'react';
import type { Hands } from '../../tools/actions/action.ts';
import { ENTRIES, type Entry, entriesNow } from '../../tools/actions/registry.ts';
import { currentLanguage, inEnglish, t, textOr } from '../../words/words.ts';

/** An entry as it is found: some of its letters are what was typed. */
export interface Found {
  readonly entry: Entry;
  /** The title, with what was found in it marked; null where nothing was typed. */
  readonly marked: ReactNode[] | null;
  /** Its English title, marked, where only that was found. */
  readonly english: ReactNode[] | null;
}

/** A heading with what stands beneath it. */
export interface Section {
  readonly title: string;
  readonly found: readonly Found[];
}

/** More would only be scrolled past. */
const MOST = 60;
/** Below it only stray letters are found. */
const LEAST_SCORE = 0.35;
const [RECENT_BONUS, UNAVAILABLE_SHARE, SYNONYM_SHARE] = [0.15, 0.8, 0.7];

/**
 * Without words everything, what was used lately first, and in each group what can be done now; dozens of
 * ways to edit each class only when asked for.
 */
export function allSections(hands: Hands, recent: readonly string[]): readonly Section[] {
  const now = entriesNow(hands);
  const listed = ['class:', 'photo:'].flatMap((kind) =>
    now.filter(({ id }) => id.startsWith(kind)).slice(0, MOST),
  );
  const entries = [...ENTRIES, ...listed];
  const lately = recent.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  const groups = [...new Set(entries.map(({ group }) => group))];
  const canBeDone = ({ action }: Entry) => !action.whyNot?.(hands);
  return [
    section(t('palette.recent'), lately),
    ...groups.map((group) => {
      const listed = entries.filter((entry) => entry.group === group && !lately.includes(entry));
      return section(t(`actionHelp.group.${group}`), [
        ...listed.filter(canBeDone),
        ...listed.filter((entry) => !canBeDone(entry)),
      ]);
    }),
  ].filter(({ found }) => found.length > 0);
}

function section(title: string, entries: readonly Entry[]): Section {
  return { title, found: entries.map((entry) => ({ entry, marked: null, english: null })) };
}

/** Words by which an entry can be found: its title, that in English, and other words for it. */
interface Named {
  readonly entry: Entry;
  readonly title: string;
  readonly kind: 'own' | 'english' | 'synonym';
}

function namesOf(entries: readonly Entry[]): readonly Named[] {
  const named = (kind: Named['kind'], title: (entry: Entry) => string) =>
    entries
      .map((entry) => ({ entry, title: title(entry), kind }))
      .filter(({ title }) => title !== '');
  const titles = (kind: Named['kind']) => named(kind, ({ action }) => action.title);
  const synonyms = () => named('synonym', ({ id }) => textOr(`synonyms.${id}`, ''));
  const own = [...titles('own'), ...synonyms()];
  return currentLanguage() === 'en'
    ? own
    : [...own, ...inEnglish(() => [...titles('english'), ...synonyms()])];
}

/** The likeliest first; letters in between may be left out, and words may come in any order. */
export type Finder = (
  words: string,
  recent: readonly string[],
  mark: (letters: string, at: number) => ReactNode,
) => readonly Found[];

/** Finds what there is now; titles are put together once, as thousands take longer than a key press may. */
export function createFinder(hands: Hands): Finder {
  let names: readonly Named[] | null = null;
  return (words, recent, mark) => {
    names ??= namesOf([...ENTRIES, ...entriesNow(hands)]);
    const results = go(words, names, {
      key: 'title',
      // Each may be found by all its names.
      limit: 4 * MOST,
      threshold: LEAST_SCORE,
      scoreFn: ({ score, obj: { entry, kind } }) => {
        const available = entry.action.whyNot?.(hands) ? UNAVAILABLE_SHARE : 1;
        const share = available * (kind === 'synonym' ? SYNONYM_SHARE : 1);
        return score === 0 ? 0 : (score + (recent.includes(entry.id) ? RECENT_BONUS : 0)) * share;
      },
    });
    const found = new Map<Entry, Found>();
    for (const result of results) {
      const { entry, kind } = result.obj;
      const letters = result.highlight(mark);
      if (kind === 'own') found.set(entry, { entry, marked: letters, english: null });
      else if (!found.has(entry))
        found.set(entry, {
          entry,
          marked: [entry.action.title],
          english: kind === 'english' ? letters : null,
        });
    }
    return [...found.values()].slice(0, MOST);
  };
}
