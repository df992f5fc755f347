import { MODEL_KINDS, type ModelKind } from '../../contract/model-kind.ts';
import {
  EVERYTHING_DEFAULTS,
  type EverythingOptions,
  type EverythingThresholds,
  THRESHOLDS,
} from '../../engine/everything.ts';
import { recordOf } from '../../typed/records.ts';

/** What a run is asked with; the thresholds depend on who answers. */
export interface EverythingSettings {
  readonly grid: Omit<EverythingOptions, keyof EverythingThresholds>;
  readonly thresholds: Readonly<Record<ModelKind, EverythingThresholds>>;
}

const { predictedIou: _iou, stability: _stability, ...GRID } = EVERYTHING_DEFAULTS;
export const DEFAULT_SETTINGS: EverythingSettings = { grid: GRID, thresholds: THRESHOLDS };

/** Least and most of what can be set; more would run for hours. */
export const EVERYTHING_RANGES = {
  pointsPerSide: [1, 64],
  pointShare: [0.01, 1],
  cropLayers: [0, 3],
  cropPointsDivisor: [1, 4],
  leastArea: [0, 1_000_000],
  boxOverlap: [0.1, 1],
  predictedIou: [0, 1],
  stability: [0, 1],
} as const satisfies Partial<Record<keyof EverythingOptions, readonly [number, number]>>;

/** Stored settings; what is missing or can't be meant is as it comes. */
export function everythingSettingsIn(stored: unknown): EverythingSettings {
  const thresholds = fieldOf(stored, 'thresholds');
  return {
    grid: inRange(fieldOf(stored, 'grid'), GRID),
    thresholds: recordOf(MODEL_KINDS, (kind) =>
      inRange(fieldOf(thresholds, kind), THRESHOLDS[kind]),
    ),
  };
}

function inRange<T extends Partial<EverythingOptions>>(stored: unknown, defaults: T): T {
  const good = Object.entries(EVERYTHING_RANGES).flatMap(([name, [least, most]]) => {
    const value = name in defaults ? fieldOf(stored, name) : null;
    return typeof value === 'number' && value >= least && value <= most ? [[name, value]] : [];
  });
  return { ...defaults, ...Object.fromEntries(good) };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
