import { blockiness } from './blocks.ts';
import { gradientDirection, perceptualBlur } from './blur.ts';
import { darkChannel } from './dark-channel.ts';
import { noiseSigma } from './noise.ts';
import { lumaOf, type Pixels } from './pixels.ts';
import { type PhotoReport, REPORT_VERSION } from './report.ts';
import { histogramOf, meanOf, percentile, rmsContrast } from './tone.ts';

/**
 * Measures a photo: `shown` is all of it, halved until its longest side is at most 1024 pixels; `native` is its middle
 * at full resolution, for what halving hides. Pure.
 */
export function measurePhoto(shown: Pixels, native: Pixels): PhotoReport {
  const luma = lumaOf(shown);
  const { degrees, strength } = gradientDirection(luma);
  const dark = histogramOf(darkChannel(shown), 256);
  return {
    version: REPORT_VERSION,
    noise: noiseSigma(luma),
    blur: perceptualBlur(luma),
    motion: { degrees, strength },
    darkness: 1 - meanOf(luma) / 255,
    haze: percentile(dark, HAZE_SHARE),
    contrast: rmsContrast(luma),
    blocks: blockiness(lumaOf(native)),
    histogram: histogramOf(luma),
  };
}

/** Share of the dark channel: haze lies over nearly all of a photo, sky and snow over a part. */
const HAZE_SHARE = 0.25;
