import type { Rgba } from '../orientation.ts';
import { PHOTOMETRIC, type TiffLayout } from './layout.ts';
import type { Raster } from './raster.ts';
import type { Samples } from './samples.ts';

const ASSOCIATED_ALPHA = 1;
const STRAIGHT_ALPHA = 2;

/** How a page's samples become colours. */
export interface ColorModel {
  /** The samples that are needed: of the colour, then alpha. */
  readonly shown: readonly number[];
  readonly alpha: typeof ASSOCIATED_ALPHA | typeof STRAIGHT_ALPHA | null;
}

/** Further bands are not shown: the first one, or the first three where the file says they are colours. */
export function colorModelOf({ photometric, bits, extraSamples }: TiffLayout): ColorModel {
  const wanted = photometric === PHOTOMETRIC.cmyk ? 4 : isColour(photometric) ? 3 : 1;
  const colours = bits.length < wanted ? 1 : wanted;
  const kind = extraSamples.find((one) => one === ASSOCIATED_ALPHA || one === STRAIGHT_ALPHA);
  const first = kind === undefined ? -1 : extraSamples.indexOf(kind);
  const alphaAt = colours + first;
  const hasAlpha = first >= 0 && alphaAt < bits.length;
  return {
    shown: [...Array(colours).keys(), ...(hasAlpha ? [alphaAt] : [])],
    alpha: kind !== undefined && hasAlpha ? kind : null,
  };
}

function isColour(photometric: number): boolean {
  const { rgb, ycbcr, cielab, icclab } = PHOTOMETRIC;
  const colours: readonly number[] = [rgb, ycbcr, cielab, icclab];
  return colours.includes(photometric);
}

type Range = readonly [low: number, high: number];

/** Opaque, as stored: not turned yet. */
export function toRgba(
  raster: Raster,
  layout: TiffLayout,
  { shown, alpha }: ColorModel,
  palette: readonly number[],
  noData: number | null,
): Rgba {
  const { size, data, channels } = raster;
  const colours = shown.length - (alpha ? 1 : 0);
  const range = rangeOf(raster, layout, colours, noData);
  const put = painterFor(layout, colours, range, palette);
  const rgba = new Uint8ClampedArray(size.width * size.height * 4);
  const opaque = fullRange(layout)[1];
  for (let i = 0, o = 0; o < rgba.length; i += channels, o += 4) {
    put(data, i, rgba, o);
    if (alpha) {
      flatten(rgba, o, Math.min(1, Math.max(0, (data[i + colours] ?? 0) / opaque)), alpha);
    }
    rgba[o + 3] = 255;
  }
  return { size, data: rgba };
}

/** Onto white, in place. */
function flatten(rgba: Uint8ClampedArray, o: number, alpha: number, kind: number): void {
  const keep = kind === STRAIGHT_ALPHA ? alpha : 1;
  for (let c = o; c < o + 3; c += 1) rgba[c] = (rgba[c] ?? 0) * keep + 255 * (1 - alpha);
}

type Painter = (data: Samples, i: number, rgba: Uint8ClampedArray, o: number) => void;

function painterFor(
  { photometric, bits }: TiffLayout,
  colours: number,
  [low, high]: Range,
  palette: readonly number[],
): Painter {
  const scale = 255 / (high - low);
  const scaled = (value: number | undefined) => ((value ?? 0) - low) * scale;
  if (photometric === PHOTOMETRIC.palette) return palettePainter(palette, bits[0] ?? 8);
  if (photometric === PHOTOMETRIC.cmyk && colours === 4) return cmykPainter(scaled);
  if (photometric === PHOTOMETRIC.ycbcr && colours === 3) return ycbcrPainter(scaled);
  if (colours === 3 && (photometric === PHOTOMETRIC.cielab || photometric === PHOTOMETRIC.icclab)) {
    return labPainter(bits[0] ?? 8, photometric === PHOTOMETRIC.cielab);
  }
  const isInverted = photometric === PHOTOMETRIC.whiteIsZero;
  return (data, i, rgba, o) => {
    for (let c = 0; c < 3; c += 1) {
      const value = scaled(data[colours === 1 ? i : i + c]);
      rgba[o + c] = isInverted ? 255 - value : value;
    }
  };
}

/** All reds, then all greens, then all blues, of 16 bits; some writers give 8. */
function palettePainter(palette: readonly number[], bits: number): Painter {
  const count = Math.min(2 ** bits, Math.floor(palette.length / 3));
  const divisor = palette.some((value) => value > 255) ? 257 : 1;
  return (data, i, rgba, o) => {
    for (let c = 0; c < 3; c += 1) {
      rgba[o + c] = (palette[c * count + (data[i] ?? 0)] ?? 0) / divisor;
    }
  };
}

/** Without a profile: ink by ink. */
function cmykPainter(scaled: (value: number | undefined) => number): Painter {
  return (data, i, rgba, o) => {
    const paper = 255 - scaled(data[i + 3]);
    for (let c = 0; c < 3; c += 1) rgba[o + c] = ((255 - scaled(data[i + c])) * paper) / 255;
  };
}

/** Coefficients of ITU-R BT.601, as in JPEG. */
function ycbcrPainter(scaled: (value: number | undefined) => number): Painter {
  return (data, i, rgba, o) => {
    const [y, cb, cr] = [scaled(data[i]), scaled(data[i + 1]) - 128, scaled(data[i + 2]) - 128];
    rgba[o] = y + 1.402 * cr;
    rgba[o + 1] = y - 0.344136 * cb - 0.714136 * cr;
    rgba[o + 2] = y + 1.772 * cb;
  };
}

/** D50 to linear sRGB, adapted by Bradford. */
const FROM_XYZ = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
] as const;
const D50 = [0.96422, 1, 0.82521] as const;

/** `isSigned`: a and b are two's complement, else 0 lies in the middle. */
function labPainter(bits: number, isSigned: boolean): Painter {
  const full = 2 ** bits;
  const centred = (value: number) => {
    const offset = isSigned ? (value >= full / 2 ? value - full : value) : value - full / 2;
    return offset / (full / 256);
  };
  return (data, i, rgba, o) => {
    const l = ((data[i] ?? 0) / (full - 1)) * 100;
    const y = (l + 16) / 116;
    const x = y + centred(data[i + 1] ?? 0) / 500;
    const z = y - centred(data[i + 2] ?? 0) / 200;
    const xyz = [x, y, z].map(
      (t, c) => (D50[c] ?? 0) * (t > 6 / 29 ? t ** 3 : (t - 4 / 29) * 0.128419),
    );
    for (const [c, row] of FROM_XYZ.entries()) {
      const linear = row.reduce((sum, weight, k) => sum + weight * (xyz[k] ?? 0), 0);
      rgba[o + c] =
        255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);
    }
  };
}

/** What the type of the samples has room for. */
function fullRange({ bits, sampleFormat }: TiffLayout): Range {
  if (sampleFormat === 3) return [0, 1];
  const most = Math.max(...bits);
  return sampleFormat === 2 ? [-(2 ** (most - 1)), 2 ** (most - 1) - 1] : [0, 2 ** most - 1];
}

/** Sensors of 10 to 14 bits write into 16: so small a share of what there is room for is all they have. */
const SENSOR_SHARE = 1 / 4;
/** Larger numbers are marks for "nothing was measured". */
const MOST_MEASURED = 1e30;

/**
 * What black and white are: for photos, what the type has room for; for measured values (floats, signed,
 * 32 bits, or a small part of 16 bits), what the file holds.
 */
function rangeOf(
  raster: Raster,
  layout: TiffLayout,
  colours: number,
  noData: number | null,
): Range {
  const full = fullRange(layout);
  const { photometric, bits, sampleFormat } = layout;
  const isPhoto = sampleFormat !== 2 && sampleFormat !== 3 && Math.max(...bits) <= 16;
  const { whiteIsZero, blackIsZero, rgb } = PHOTOMETRIC;
  const stretched: readonly number[] = [whiteIsZero, blackIsZero, rgb];
  if (!stretched.includes(photometric) || (isPhoto && Math.max(...bits) <= 8)) return full;
  const [low, high] = heldRange(raster, colours, noData);
  if (!(high > low)) return isPhoto ? full : [Math.min(0, low), Math.max(1, high)];
  const isSmall = high - low < SENSOR_SHARE * (full[1] - full[0]);
  return isPhoto && !isSmall ? full : [low, high];
}

function heldRange({ data, channels }: Raster, colours: number, noData: number | null): Range {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < data.length; i += channels) {
    for (let c = i; c < i + colours; c += 1) {
      const value = data[c] ?? 0;
      if (!(Math.abs(value) < MOST_MEASURED) || value === noData) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}
