import type { Size } from '../geometry/spaces.ts';

/** What a severity in 0..1 means; training/degrade/severity.py says the same. */

/** Here a degradation is as strong as the paper's; below it is milder, above stronger. */
const PAPER = 0.5;
/** Sizes in pixels are meant for photos of this long side and grow with it. */
const REFERENCE_SIDE = 512;

interface Strengths {
  readonly mild: number;
  readonly paper: number;
  readonly beyond: number;
}

/** A parameter at severity 0, 0.5 and 1; straight between. */
export function at(severity: number, { mild, paper, beyond }: Strengths): number {
  return severity < PAPER
    ? mild + (paper - mild) * (severity / PAPER)
    : paper + (beyond - paper) * ((severity - PAPER) / (1 - PAPER));
}

/** A size meant for the reference side, on a photo of this size. */
export function pixels({ width, height }: Size, length: number): number {
  return (length * Math.max(width, height)) / REFERENCE_SIDE;
}
