import { IS_MAC } from '../tools/platform.ts';

/** Keys as this keyboard names them: Ctrl is Command on a Mac. */
export function keyWords(keys: string): string {
  return IS_MAC ? keys.replaceAll('Ctrl+', '⌘') : keys;
}
