import type { Chord } from '../keys/chord.ts';
import { byChord, type ChosenKeys, keysOf } from './chosen-keys.ts';
import { ACTIONS, type ActionId, ENTRIES, type Entry } from './registry.ts';

/** Keys that belong to the browser: pages never see them, or must not. */
const BROWSER_KEYS = /^Mod\+(Shift\+)?[NTWQ]$|^Mod\+[LR]$|^F(5|11|12)$/;

/** Held keys and those of classes. */
const OTHER_KEYS = /^(Space|H|`|[1-9])$/;

export function keysOfAction(id: ActionId, chosen: ChosenKeys): readonly Chord[] {
  return keysOf(id, ACTIONS[id], chosen);
}

/** The keys of all actions. */
export function keymap(chosen: ChosenKeys): ReadonlyMap<Chord, Entry> {
  return byChord(ENTRIES, chosen);
}

export type KeyProblem =
  | { readonly kind: 'browser' | 'fixed' }
  | { readonly kind: 'taken'; readonly by: Entry };

/** Why the action can't simply have these keys; null when it can. */
export function keyProblem(id: string, chord: Chord, chosen: ChosenKeys): KeyProblem | null {
  if (BROWSER_KEYS.test(chord)) return { kind: 'browser' };
  if (OTHER_KEYS.test(chord)) return { kind: 'fixed' };
  const by = keymap(chosen).get(chord);
  if (!by || by.id === id) return null;
  return by.action.isFixed ? { kind: 'fixed' } : { kind: 'taken', by };
}

/** The person's keys once the action has this one in place of its own, and nobody else has it. */
export function withKey(id: string, chord: Chord, chosen: ChosenKeys): ChosenKeys {
  const loser = keymap(chosen).get(chord);
  const others =
    loser && loser.id !== id
      ? { [loser.id]: keysOf(loser.id, loser.action, chosen).filter((key) => key !== chord) }
      : {};
  return { ...chosen, ...others, [id]: [chord] };
}

export function withoutKeys(id: string, chosen: ChosenKeys): ChosenKeys {
  return { ...chosen, [id]: [] };
}

/** The keys it came with again, also where another action has been given them meanwhile. */
export function withOwnKeys(id: string, { [id]: _, ...chosen }: ChosenKeys): ChosenKeys {
  const own = ENTRIES.find((entry) => entry.id === id)?.action.keys ?? [];
  const others = Object.entries(chosen).map(([other, keys]) => {
    return [other, keys.filter((key) => !own.includes(key))] as const;
  });
  return Object.fromEntries(others);
}
