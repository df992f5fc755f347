import type { ViewState } from './view.ts';

/** Choices of the person that outlast the tab. */
export interface Settings {
  readonly theme: ViewState['theme'];
  readonly hoverEnabled: boolean;
}

const KEY = 'robustsam-annotator.settings';
const DEFAULTS: Settings = { theme: 'dark', hoverEnabled: true };

/** Storage may be blocked or hold anything: then the defaults. */
export function loadSettings(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return isRecord(stored)
      ? { theme: themeOf(stored.theme), hoverEnabled: stored.hoverEnabled !== false }
      : DEFAULTS;
  } catch {
    return DEFAULTS;
  }
}

export function saveSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Private windows may refuse; the choice then lasts as long as the tab.
  }
}

const SET_KEY = 'robustsam-annotator.model-set';

/** Id of the model set to start with; null: the one that came with the app. */
export function loadChosenSet(): string | null {
  try {
    return localStorage.getItem(SET_KEY);
  } catch {
    return null;
  }
}

export function saveChosenSet(id: string | null): void {
  try {
    if (id === null) localStorage.removeItem(SET_KEY);
    else localStorage.setItem(SET_KEY, id);
  } catch {
    // As above.
  }
}

function themeOf(value: unknown): Settings['theme'] {
  return value === 'light' || value === 'dark' || value === 'system' ? value : DEFAULTS.theme;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
