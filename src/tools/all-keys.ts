import type { Action, Hands } from './actions/action.ts';
import type { ChosenKeys } from './actions/chosen-keys.ts';
import { chooseClass } from './actions/class-actions.ts';
import { keymap } from './actions/keymap.ts';
import type { ActionFor } from './keyboard.ts';
import type { Chord } from './keys/chord.ts';

/** What the registry and the person say. */
export function allKeys(hands: Hands): ActionFor {
  const { view } = hands.annotator;
  let chosen: ChosenKeys | null = null;
  let map: ReturnType<typeof keymap> = new Map();
  return (chord) => {
    if (chosen !== view.getState().keys) {
      chosen = view.getState().keys;
      map = keymap(chosen);
    }
    return map.get(chord)?.action ?? classAction(hands, chord);
  };
}

/** Keys 1 to 9. */
function classAction({ annotator }: Hands, chord: Chord): Action | undefined {
  if (!/^[1-9]$/.test(chord)) return;
  const index = Number(chord) - 1;
  const one = annotator.document.getState().classes[index];
  return one && chooseClass(one, index);
}
