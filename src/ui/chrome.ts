import { createContext, useContext } from 'react';

/** What the shell offers its parts: things outside the document. */
export interface Chrome {
  openPicker(): void;
  showShortcuts(): void;
  showSamples(): void;
  showExport(): void;
  showImport(): void;
  showStatistics(): void;
  /** Opens the panel where a class is named, and puts the focus there. */
  nameClass(): void;
  /** Photos are opened; with labels among them, the import dialog says what is in them. */
  takeFiles(files: readonly File[]): void;
  readonly isInspectorOpen: boolean;
  toggleInspector(): void;
  /** It folds away behind its counter, as it does from the start on narrow screens. */
  readonly isFilmstripOpen: boolean;
  toggleFilmstrip(): void;
}

export const ChromeContext = createContext<Chrome | null>(null);

export function useChrome(): Chrome {
  const chrome = useContext(ChromeContext);
  if (!chrome) throw new Error('ChromeContext is missing above this component.');
  return chrome;
}
