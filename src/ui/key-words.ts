const IS_MAC = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** Keys as this keyboard names them: Ctrl is Command on a Mac. */
export function keyWords(keys: string): string {
  return IS_MAC ? keys.replaceAll('Ctrl+', '⌘') : keys;
}
