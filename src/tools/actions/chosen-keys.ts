import { type Chord, isChord } from '../keys/chord.ts';
import type { Action } from './action.ts';

/** The person's own keys, by action; what is not named has those it comes with. */
export type ChosenKeys = Readonly<Record<string, readonly Chord[]>>;

interface Owner {
  readonly id: string;
  readonly action: Action;
}

/** By chord; of two actions that claim the same one, the first in the list has it. */
export function byChord<One extends Owner>(
  actions: readonly One[],
  chosen: ChosenKeys,
): ReadonlyMap<Chord, One> {
  const map = new Map<Chord, One>();
  for (const one of actions) {
    for (const key of keysOf(one.id, one.action, chosen)) {
      if (!map.has(key)) map.set(key, one);
    }
  }
  return map;
}

export function keysOf(id: string, action: Action, chosen: ChosenKeys): readonly Chord[] {
  const own = action.isFixed ? undefined : chosen[id]?.filter(isChord);
  return own ?? action.keys ?? [];
}
