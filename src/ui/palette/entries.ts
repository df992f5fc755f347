import { go } from 'fuzzysort';
import type { ReactNode } from 'react';
import type { Hands } from '../../tools/actions/action.ts';
import { ENTRIES, type Entry, entriesNow } from '../../tools/actions/registry.ts';

/** An entry as it is found: some of its letters are what was typed. */
export interface Found {
  readonly entry: Entry;
  /** The title, with what was found in it marked; null where nothing was typed. */
  readonly marked: ReactNode[] | null;
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
const [RECENT_BONUS, UNAVAILABLE_SHARE] = [0.15, 0.8];

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
    section(RECENT, lately),
    ...groups.map((group) => {
      const listed = entries.filter((entry) => entry.group === group && !lately.includes(entry));
      return section(group, [
        ...listed.filter(canBeDone),
        ...listed.filter((entry) => !canBeDone(entry)),
      ]);
    }),
  ].filter(({ found }) => found.length > 0);
}

const RECENT = 'Recent';

function section(title: string, entries: readonly Entry[]): Section {
  return { title, found: entries.map((entry) => ({ entry, marked: null })) };
}

/** The likeliest first; letters in between may be left out, and words may come in any order. */
export function findEntries(
  hands: Hands,
  words: string,
  recent: readonly string[],
  mark: (letters: string, at: number) => ReactNode,
): readonly Found[] {
  const results = go(words, [...ENTRIES, ...entriesNow(hands)], {
    key: ({ action }: Entry) => action.title,
    limit: MOST,
    threshold: LEAST_SCORE,
    scoreFn: ({ score, obj: { id, action } }) => {
      const share = action.whyNot?.(hands) ? UNAVAILABLE_SHARE : 1;
      return score === 0 ? 0 : (score + (recent.includes(id) ? RECENT_BONUS : 0)) * share;
    },
  });
  return results.map((result) => ({
    entry: result.obj,
    marked: result.highlight(mark),
  }));
}
