import type { PhotoReport } from '../report/report.ts';
import { percentile } from '../report/tone.ts';
import { type Adjustments, NEUTRAL, sound } from './adjustments.ts';
import { clamp, decoded, toneOf } from './tone.ts';

/** Share of the pixels that may become plain black or plain white. */
const CLIPPED = 0.005;
/** Where half of the pixels are to be below. */
const MIDDLE = 0.4;
/** Share of full brightness that the brightest pixels are to have. */
const BRIGHTEST = 0.85;
/** From here on a photo is hazy (report/findings.ts says how that was chosen), and at most this much of it goes. */
const HAZY = 0.3;
const MOST_DEHAZE = 0.9;
/** Sigma that is too little to be seen, and the one from which the filter works at full strength. */
const [QUIET, LOUD] = [3, 25];

/** What makes a photo easy to see, by its report. A photo that is fine stays as it is, but for a step of a slider. */
export function autoAdjustments({ histogram, haze, noise }: PhotoReport): Adjustments {
  const exposure = exposureFor(percentile(histogram, 1 - CLIPPED));
  const lit = (share: number) => toneOf(percentile(histogram, share), { ...NEUTRAL, exposure });
  const dehaze = haze > HAZY ? Math.min(MOST_DEHAZE, 0.4 + haze) : 0;
  // What hides the blacks in haze goes with it.
  const black = dehaze > 0 ? 0 : Math.max(0, lit(CLIPPED) - 0.02);
  // Where light is added, the brightest are where they are to be.
  const isWhole = dehaze > 0 || exposure > 0;
  const white = isWhole ? 1 : Math.max(lit(1 - CLIPPED), black + 0.1);
  const middle = (lit(0.5) - black) / (white - black);
  const gain = 2 ** exposure;
  return sound({
    ...NEUTRAL,
    exposure,
    black,
    white,
    gamma: middle < MIDDLE ? gammaFor(middle) : 1,
    local: dehaze > 0 || exposure > 0.5 ? 0.2 : 0,
    dehaze,
    // Light that is multiplied brings the noise along.
    denoise: clamp((noise * Math.sqrt(gain) - QUIET) / (LOUD - QUIET)),
  });
}

/** Stops until the brightest are bright; none where they are. */
function exposureFor(brightest: number): number {
  const stops = Math.log2(decoded(BRIGHTEST) / Math.max(decoded(brightest), 1e-4));
  return Math.max(0, stops);
}

function gammaFor(middle: number): number {
  return Math.min(Math.log(Math.max(middle, 0.01)) / Math.log(MIDDLE), 2.5);
}
