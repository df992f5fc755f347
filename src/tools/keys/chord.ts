import { IS_MAC } from '../platform.ts';

/**
 * Keys pressed together, as "Mod+Shift+Z": Mod is Ctrl, on a Mac Command. Then Alt, Shift and one key:
 * a capital letter, a digit, a sign as it is printed (which has no Shift of its own), or a named key.
 */
export type Chord = string;

/** What tells keys from each other; a DOM event has it all. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState(modifier: string): boolean;
}

const LETTER = /^[a-z]$/i;
const DIGIT = /^[0-9]$/;
const PRINTABLE_ASCII = /^[!-~]$/;
const NAMED =
  /^(Enter|Escape|Tab|Space|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Arrow(Up|Down|Left|Right)|ContextMenu|F([1-9]|1[0-9]))$/;

/** What the signs' keys are where a layout or an input method gives something else. */
const SIGNS_BY_PLACE: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Slash: '/',
  Minus: '-',
  Equal: '=',
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Backslash: '\\',
};

/** The only brackets on many keyboards are a chord themselves: their place counts as well. */
const BRACKET = /^Bracket/;

/**
 * What a press may mean, the likeliest first; empty for a modifier alone. Letters go by what is printed
 * on the key, so every Latin layout has its own; where that is no Latin letter (Hangul, Cyrillic, an
 * input method that says "Process"), by the key's place. Digits go by their place, as some layouts give
 * them with Shift only.
 */
export function chordsOf(press: KeyPress): readonly Chord[] {
  const keys = keysOf(press);
  const modifiers = modifiersOf(press);
  if (modifiers === null) return [];
  const chords = keys.map((key) => {
    // How a sign is typed is the layout's business.
    const counted = isSign(key) ? modifiers.filter((one) => one !== 'Shift') : modifiers;
    return [...counted, key].join('+');
  });
  return [...new Set(chords)];
}

function keysOf({ key, code, altKey }: KeyPress): readonly string[] {
  if (key === ' ') return ['Space'];
  if (NAMED.test(key)) return [key];
  const place = placeOf(code);
  // With Alt a Mac types signs.
  const isTyped = PRINTABLE_ASCII.test(key) && !(IS_MAC && altKey);
  if (!isTyped) return place ? [place] : [];
  const typed = LETTER.test(key) ? key.toUpperCase() : key;
  const isByPlace = place !== null && (DIGIT.test(place) || BRACKET.test(code));
  return isByPlace ? [place, typed] : [typed];
}

/** The key at this place of a keyboard as in the United States. */
function placeOf(code: string): string | null {
  const [, letterOrDigit] = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code) ?? [];
  return letterOrDigit ?? SIGNS_BY_PLACE[code] ?? null;
}

/** Null for what belongs to the system: the Windows key, and on a Mac Control. */
function modifiersOf(press: KeyPress): readonly string[] | null {
  const { ctrlKey, metaKey, altKey, shiftKey } = press;
  if (IS_MAC ? ctrlKey : metaKey) return null;
  // AltGr comes as Ctrl and Alt on some systems, and only types a sign.
  const isAltGr = press.getModifierState('AltGraph');
  const isMod = IS_MAC ? metaKey : ctrlKey && !isAltGr;
  return [
    ...(isMod ? ['Mod'] : []),
    ...(altKey && !isAltGr ? ['Alt'] : []),
    ...(shiftKey ? ['Shift'] : []),
  ];
}

/** Whether the text is a chord as it is written here: settings may hold anything. */
export function isChord(text: string): boolean {
  const [, modifiers = '', key = ''] = /^((?:(?:Mod|Alt|Shift)\+)*)(.+)$/s.exec(text) ?? [];
  const inOrder = /^(Mod\+)?(Alt\+)?(Shift\+)?$/.test(modifiers);
  const isKey = NAMED.test(key) || /^[A-Z0-9]$/.test(key) || isSign(key);
  return inOrder && isKey && !(isSign(key) && modifiers.includes('Shift'));
}

function isSign(key: string): boolean {
  return PRINTABLE_ASCII.test(key) && !LETTER.test(key) && !DIGIT.test(key);
}
