/** Where Command does what Ctrl does elsewhere, and Ctrl with a click is the right button. */
export const IS_MAC = /Mac|iP(hone|ad|od)/.test(globalThis.navigator?.platform ?? '');
