import { keysOfAction } from '../../tools/actions/keymap.ts';
import type { ActionId } from '../../tools/actions/registry.ts';
import { useView } from '../kit/annotator.ts';
import { chordWords } from './key-words.ts';

/** The first of the action's keys as this keyboard names them; null without one. */
export function useKeyWords(id: ActionId): string | null {
  const [first] = keysOfAction(
    id,
    useView((view) => view.keys),
  );
  return first ? chordWords(first) : null;
}
