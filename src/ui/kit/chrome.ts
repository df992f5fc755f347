import { createContext, useContext } from 'react';
import type { Shell } from '../../tools/actions/shell.ts';

/** What the shell offers its parts: things outside the document. */
export interface Chrome extends Shell {
  /** Photos are opened; with labels among them, the import dialog says what is in them. */
  takeFiles(files: readonly File[]): void;
  readonly isInspectorOpen: boolean;
  /** It folds away behind its counter, as it does from the start on narrow screens. */
  readonly isFilmstripOpen: boolean;
}

export const ChromeContext = createContext<Chrome | null>(null);

export function useChrome(): Chrome {
  const chrome = useContext(ChromeContext);
  if (!chrome) throw new Error('ChromeContext is missing above this component.');
  return chrome;
}
