import type { Direction } from './blur.ts';

/** Measures of another version are not comparable, and made again. */
export const REPORT_VERSION = 1;

/** What is wrong with a photo, in figures. Each is named by its measure where it is made. */
export interface PhotoReport {
  readonly version: number;
  /** Sigma, in grey levels of 0 to 255. */
  readonly noise: number;
  /** 0 sharp to 1 blurred. */
  readonly blur: number;
  readonly motion: Direction;
  /** 0 white to 1 black. */
  readonly darkness: number;
  /** 0 clear to 1 white. */
  readonly haze: number;
  /** 0 flat to 0.5 black and white. */
  readonly contrast: number;
  /** Steps on the grid of JPEG's blocks, as a multiple of those inside: about 1 without blocks. */
  readonly blocks: number;
  /** Shares of pixels by brightness, dark to bright. */
  readonly histogram: readonly number[];
}

/** What lists and exports go by. */
export type PhotoFigures = Omit<PhotoReport, 'histogram'>;

export function figuresOf({ histogram: _, ...figures }: PhotoReport): PhotoFigures {
  return figures;
}
