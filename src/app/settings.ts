import { LARGEST_BRUSH, LEAST_BRUSH } from './editing-verbs.ts';
import { COMPARE_LAYOUTS, type CompareLayout, MODEL_CHOICES, type ModelChoice } from './models.ts';
import type { ViewState } from './view.ts';
import { ZOOM_HABITS, type ZoomHabit } from './zoom.ts';

/** Choices of the person that outlast the tab. */
export interface Settings {
  readonly theme: ViewState['theme'];
  readonly hoverEnabled: boolean;
  readonly modelChoice: ModelChoice;
  readonly compareLayout: CompareLayout;
  readonly brushSize: number;
  readonly noOverlap: boolean;
  readonly zoomHabit: ZoomHabit;
}

const KEY = 'robustsam-annotator.settings';
const THEMES = ['light', 'dark', 'system'] as const;
const DEFAULTS: Settings = {
  theme: 'dark',
  hoverEnabled: true,
  modelChoice: 'robust',
  compareLayout: 'wipe',
  brushSize: 32,
  noOverlap: false,
  zoomHabit: 'quick',
};

/** Storage may be blocked or hold anything: then the defaults. */
export function loadSettings(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return isRecord(stored) ? settingsIn(stored) : DEFAULTS;
  } catch {
    return DEFAULTS;
  }
}

export function saveSettings(view: Settings): void {
  const { theme, hoverEnabled, modelChoice, compareLayout, brushSize, noOverlap, zoomHabit } = view;
  const choices = { theme, hoverEnabled, modelChoice, compareLayout };
  const settings: Settings = { ...choices, brushSize, noOverlap, zoomHabit };
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

function settingsIn(stored: Record<string, unknown>): Settings {
  return {
    theme: oneOf(THEMES, stored.theme, DEFAULTS.theme),
    hoverEnabled: stored.hoverEnabled !== false,
    modelChoice: oneOf(MODEL_CHOICES, stored.modelChoice, DEFAULTS.modelChoice),
    compareLayout: oneOf(COMPARE_LAYOUTS, stored.compareLayout, DEFAULTS.compareLayout),
    brushSize: brushSizeOf(stored.brushSize),
    noOverlap: stored.noOverlap === true,
    zoomHabit: oneOf(ZOOM_HABITS, stored.zoomHabit, DEFAULTS.zoomHabit),
  };
}

function oneOf<T>(allowed: readonly T[], value: unknown, otherwise: T): T {
  return allowed.find((one) => one === value) ?? otherwise;
}

function brushSizeOf(value: unknown): number {
  const isSize = typeof value === 'number' && value >= LEAST_BRUSH && value <= LARGEST_BRUSH;
  return isSize ? value : DEFAULTS.brushSize;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
