import type { Chord } from '../tools/keys/chord.ts';
import { IS_MAC } from '../tools/platform.ts';

const NAMES: Readonly<Record<string, string>> = {
  Mod: IS_MAC ? '⌘' : 'Ctrl',
  ...(IS_MAC ? { Alt: '⌥', Shift: '⇧' } : {}),
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ContextMenu: 'Menu',
  PageUp: 'Page up',
  PageDown: 'Page down',
  '-': '−',
};

/** Keys as this keyboard names them: "Ctrl+Shift+Z", on a Mac "⌘⇧Z". */
export function chordWords(chord: Chord): string {
  // The plus sign is a key too.
  const keys = chord.split(/(?<=[^+])\+/);
  return keys.map((key) => NAMES[key] ?? key).join(IS_MAC ? '' : '+');
}
