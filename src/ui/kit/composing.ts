import type { KeyboardEvent } from 'react';

/** What an input method says for keys that are its own. */
const INPUT_METHOD_KEY = 229;

/** The key belongs to the word that an input method is making. Safari says so of the last one only by its code. */
export function isComposing({ nativeEvent, keyCode }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || keyCode === INPUT_METHOD_KEY;
}
