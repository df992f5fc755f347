import type { Action, Hands } from './actions/action.ts';
import { byChord } from './actions/chosen-keys.ts';
import { FIRST_ACTIONS } from './actions/first-actions.ts';
import { bindKeys } from './keyboard.ts';

/** For as long as the stage and its controls are still on their way: no key is lost that the first screen names. */
export function bindFirstKeys(hands: Hands): () => void {
  const actions = Object.entries<Action>(FIRST_ACTIONS).map(([id, action]) => ({ id, action }));
  const keys = byChord(actions, hands.annotator.view.getState().keys);
  return bindKeys(hands, [], (chord) => keys.get(chord)?.action);
}
