import { ACTIONS, type ActionId } from '../../tools/actions/registry.ts';
import { useKeysOf } from './use-first-key-words.ts';

/** The first of the action's keys as this keyboard names them; null without one. */
export function useKeyWords(id: ActionId): string | null {
  return useKeysOf(id, ACTIONS[id]);
}
