import type { StoreApi } from 'zustand/vanilla';
import { keysOf } from '../../typed/records.ts';
import { LANGUAGES, type Language } from '../../words/languages.ts';
import { browserLanguage } from '../../words/words.ts';
import { deviceGigabytes } from './device.ts';
import { LARGEST_BRUSH, LEAST_BRUSH } from './editing.ts';
import {
  DEFAULT_SETTINGS,
  type EverythingSettings,
  everythingSettingsIn,
} from './everything-settings.ts';
import { DEFAULT_LOOK, type MaskLook, maskLookIn } from './mask-look.ts';
import {
  COMPARE_LAYOUTS,
  type CompareLayout,
  MODEL_CHOICES,
  type ModelChoice,
  ZOOM_HABITS,
  type ZoomHabit,
} from './model-choice.ts';
import { THEMES, type ViewState } from './view.ts';

/** Choices of the person that outlast the tab. */
export interface Settings {
  readonly language: Language;
  readonly theme: ViewState['theme'];
  readonly hoverEnabled: boolean;
  readonly modelChoice: ModelChoice;
  readonly compareLayout: CompareLayout;
  /** Hatching shows where two models' masks differ. */
  readonly hatches: boolean;
  readonly maskLook: MaskLook;
  readonly brushSize: number;
  readonly noOverlap: boolean;
  readonly snapsToEdges: boolean;
  readonly zoomHabit: ZoomHabit;
  readonly tidiesMasks: boolean;
  readonly everythingSettings: EverythingSettings;
  readonly keys: ViewState['keys'];
  readonly recentActions: readonly string[];
  readonly tourDone: boolean;
  /** Bytes that embeddings may take on disk; 0: memory only. */
  readonly diskLimit: number;
  /** Photos are encoded ahead of the shown one. */
  readonly encodesAhead: boolean;
  /** Goes with what is accepted and rejected; empty: none. */
  readonly reviewer: string;
}

/** To choose from, in bytes. */
export const DISK_LIMITS = [0, 5e8, 1e9, 2e9, 5e9, 10e9] as const;

const LEAST_GIGABYTES = 4;
const KEY = 'robustsam-annotator.settings';
/** Recent actions in the palette; more would be history. */
export const MOST_RECENT = 6;
const DEFAULTS: Settings = {
  language: browserLanguage(),
  theme: 'dark',
  hoverEnabled: true,
  modelChoice: 'robust',
  compareLayout: 'wipe',
  hatches: true,
  maskLook: DEFAULT_LOOK,
  brushSize: 32,
  noOverlap: false,
  snapsToEdges: true,
  zoomHabit: 'quick',
  tidiesMasks: true,
  everythingSettings: DEFAULT_SETTINGS,
  keys: {},
  recentActions: [],
  tourDone: false,
  diskLimit: 2e9,
  encodesAhead: hasMemory(),
  reviewer: '',
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

const NAMES = keysOf(DEFAULTS);

/** From now on each change of a setting is kept, whoever makes it. */
export function keepSettings(view: Pick<StoreApi<Settings>, 'subscribe'>): void {
  view.subscribe((now, before) => {
    if (NAMES.some((name) => now[name] !== before[name])) save(now);
  });
}

function save(view: Settings): void {
  const settings = Object.fromEntries(NAMES.map((name) => [name, view[name]]));
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

const PROJECTS_KEY = 'robustsam-annotator.has-projects';

/** There were projects in this browser when it was last written down. */
export function loadHasProjects(): boolean {
  try {
    return localStorage.getItem(PROJECTS_KEY) !== null;
  } catch {
    return false;
  }
}

export function saveHasProjects(hasProjects: boolean): void {
  try {
    if (hasProjects) localStorage.setItem(PROJECTS_KEY, 'yes');
    else localStorage.removeItem(PROJECTS_KEY);
  } catch {
    // As above.
  }
}

function settingsIn(stored: Record<string, unknown>): Settings {
  return {
    language: oneOf(LANGUAGES, stored.language, DEFAULTS.language),
    theme: oneOf(THEMES, stored.theme, DEFAULTS.theme),
    hoverEnabled: stored.hoverEnabled !== false,
    modelChoice: oneOf(MODEL_CHOICES, stored.modelChoice, DEFAULTS.modelChoice),
    compareLayout: oneOf(COMPARE_LAYOUTS, stored.compareLayout, DEFAULTS.compareLayout),
    hatches: stored.hatches !== false,
    maskLook: maskLookIn(stored.maskLook),
    brushSize: brushSizeOf(stored.brushSize),
    noOverlap: stored.noOverlap === true,
    snapsToEdges: stored.snapsToEdges !== false,
    zoomHabit: oneOf(ZOOM_HABITS, stored.zoomHabit, DEFAULTS.zoomHabit),
    tidiesMasks: stored.tidiesMasks !== false,
    everythingSettings: everythingSettingsIn(stored.everythingSettings),
    keys: keysIn(stored.keys),
    recentActions: textsIn(stored.recentActions).slice(0, MOST_RECENT),
    tourDone: stored.tourDone === true,
    diskLimit: oneOf<number>(DISK_LIMITS, stored.diskLimit, DEFAULTS.diskLimit),
    encodesAhead:
      typeof stored.encodesAhead === 'boolean' ? stored.encodesAhead : DEFAULTS.encodesAhead,
    reviewer: typeof stored.reviewer === 'string' ? stored.reviewer : DEFAULTS.reviewer,
  };
}

/** Encoding ahead needs a second copy of the model. */
function hasMemory(): boolean {
  return deviceGigabytes() >= LEAST_GIGABYTES;
}

function oneOf<T>(allowed: readonly T[], value: unknown, otherwise: T): T {
  return allowed.find((one) => one === value) ?? otherwise;
}

function brushSizeOf(value: unknown): number {
  const isSize = typeof value === 'number' && value >= LEAST_BRUSH && value <= LARGEST_BRUSH;
  return isSize ? value : DEFAULTS.brushSize;
}

/** By their form only: which actions and keys there are is not known here. */
function keysIn(value: unknown): Settings['keys'] {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([action, keys]) => [action, textsIn(keys)]));
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
