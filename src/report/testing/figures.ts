import { type PhotoFigures, REPORT_VERSION } from '../report.ts';

/** A photo with nothing wrong. */
export const CLEAR: PhotoFigures = {
  version: REPORT_VERSION,
  noise: 1,
  blur: 0.2,
  motion: { degrees: 0, strength: 0.1 },
  darkness: 0.5,
  haze: 0.05,
  contrast: 0.25,
  blocks: 1,
};
