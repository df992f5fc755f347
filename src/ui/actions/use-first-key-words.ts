import type { Action } from '../../tools/actions/action.ts';
import { keysOf } from '../../tools/actions/chosen-keys.ts';
import { FIRST_ACTIONS, type FirstActionId } from '../../tools/actions/first-actions.ts';
import { useView } from '../kit/annotator.ts';
import { chordWords } from './key-words.ts';

/** The first of the action's keys as this keyboard names them; null without one. */
export function useFirstKeyWords(id: FirstActionId): string | null {
  return useKeysOf(id, FIRST_ACTIONS[id]);
}

export function useKeysOf(id: string, action: Action): string | null {
  const [first] = keysOf(
    id,
    action,
    useView((view) => view.keys),
  );
  return first ? chordWords(first) : null;
}
