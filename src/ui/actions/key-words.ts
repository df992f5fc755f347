import type { Chord } from '../../tools/keys/chord.ts';
import { IS_MAC } from '../../tools/platform.ts';
import { t } from '../../words/words.ts';

/** Signs, the same in every language. */
const SIGNS: Readonly<Record<string, string>> = {
  Mod: IS_MAC ? '⌘' : 'Ctrl',
  ...(IS_MAC ? { Alt: '⌥', Shift: '⇧' } : {}),
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  '-': '−',
};

/** The others are called what is printed on them everywhere. */
const NAMES = {
  Escape: 'escape',
  ContextMenu: 'menu',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Space: 'space',
} as const;

/** Keys as this keyboard names them: "Ctrl+Shift+Z", on a Mac "⌘⇧Z". */
export function chordWords(chord: Chord): string {
  // The plus sign is a key too.
  const keys = chord.split(/(?<=[^+])\+/);
  return keys.map(keyWords).join(IS_MAC ? '' : '+');
}

function keyWords(key: string): string {
  return isNamed(key) ? t(`keys.name.${NAMES[key]}`) : (SIGNS[key] ?? key);
}

function isNamed(key: string): key is keyof typeof NAMES {
  return Object.hasOwn(NAMES, key);
}
