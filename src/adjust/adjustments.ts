import { keysOf } from '../typed/records.ts';
/** How a photo is shown; neither the model nor an export sees any of it. */
export interface Adjustments {
  /** Stops: each doubles the light. */
  readonly exposure: number;
  /** Brightness, 0 to 1, that is shown black, and the one that is shown white. */
  readonly black: number;
  readonly white: number;
  /** Above 1 the shadows are lifted. */
  readonly gamma: number;
  /** -1 flat, 0 as it is, 1 hard. */
  readonly contrast: number;
  /** Shares of what each filter would do, 0 to 1. */
  readonly local: number;
  readonly dehaze: number;
  readonly denoise: number;
  /** 0 grey, 1 as it is. */
  readonly saturation: number;
  readonly inverts: boolean;
}

export const NEUTRAL: Adjustments = {
  exposure: 0,
  black: 0,
  white: 1,
  gamma: 1,
  contrast: 0,
  local: 0,
  dehaze: 0,
  denoise: 0,
  saturation: 1,
  inverts: false,
};

export type Amount = Exclude<keyof Adjustments, 'inverts'>;

/** What each may be; black and white stay apart. */
export const RANGES: Readonly<
  Record<Amount, { readonly least: number; readonly most: number; readonly step: number }>
> = {
  exposure: { least: -2, most: 6, step: 0.1 },
  black: { least: 0, most: 0.9, step: 0.01 },
  white: { least: 0.1, most: 1, step: 0.01 },
  gamma: { least: 0.3, most: 3, step: 0.05 },
  contrast: { least: -1, most: 1, step: 0.05 },
  local: { least: 0, most: 1, step: 0.05 },
  dehaze: { least: 0, most: 1, step: 0.05 },
  denoise: { least: 0, most: 1, step: 0.05 },
  saturation: { least: 0, most: 2, step: 0.05 },
};

export const AMOUNTS: readonly Amount[] = keysOf(RANGES);

export function isNeutral(adjustments: Adjustments): boolean {
  return !adjustments.inverts && AMOUNTS.every((amount) => adjustments[amount] === NEUTRAL[amount]);
}

/** Within the ranges, on their steps, and with black below white. */
export function sound(adjustments: Adjustments): Adjustments {
  const amounts = AMOUNTS.map((amount) => [amount, inRange(amount, adjustments[amount])] as const);
  const all = { ...adjustments, ...Object.fromEntries(amounts) };
  return { ...all, black: Math.min(all.black, inRange('black', all.white - 0.05)) };
}

function inRange(amount: Amount, value: number): number {
  const { least, most, step } = RANGES[amount];
  if (!Number.isFinite(value)) return NEUTRAL[amount];
  const onStep = Math.round(Math.min(Math.max(value, least), most) / step) * step;
  return Number(onStep.toFixed(4));
}
