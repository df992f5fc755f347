import { type Plane, turned } from '../report/pixels.ts';

/** A weight beside the pixel. */
export interface Tap {
  readonly dx: number;
  readonly dy: number;
  readonly weight: number;
}

/** Sums weighted neighbours; the plane is mirrored at its edges, which are not repeated. */
export function filterPlane({ size, values }: Plane, taps: readonly Tap[]): Plane {
  const { width, height } = size;
  const reach = Math.max(1, ...taps.map(({ dx }) => Math.abs(dx)));
  const out = new Float32Array(values.length);
  const row = new Float32Array(width + 2 * reach);
  for (const [dy, ofRow] of byRow(taps)) {
    for (let y = 0; y < height; y++) {
      const from = mirrored(y + dy, height) * width;
      for (let x = 0; x < row.length; x++) row[x] = values[from + mirrored(x - reach, width)] ?? 0;
      const start = y * width;
      for (const { dx, weight } of ofRow)
        for (let x = 0, r = dx + reach; x < width; x++, r++)
          out[start + x] = (out[start + x] ?? 0) + (row[r] ?? 0) * weight;
    }
  }
  return { size, values: out };
}

function byRow(taps: readonly Tap[]): ReadonlyMap<number, readonly Tap[]> {
  const rows = new Map<number, Tap[]>();
  for (const tap of taps) {
    const row = rows.get(tap.dy) ?? [];
    row.push(tap);
    rows.set(tap.dy, row);
  }
  return rows;
}

export function mirrored(index: number, length: number): number {
  if (index >= 0 && index < length) return index;
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const at = ((index % period) + period) % period;
  return at < length ? at : period - at;
}

/** From here on three boxes are as good, and take the same time for any sigma. */
const BOXES_FROM = 6;

/** `sigma` along rows and along columns, in pixels. */
export function gaussian(plane: Plane, sigmaX: number, sigmaY = sigmaX): Plane {
  return turned(blurredRows(turned(blurredRows(plane, sigmaX)), sigmaY));
}

function blurredRows(plane: Plane, sigma: number): Plane {
  if (sigma < BOXES_FROM) return filterPlane(plane, gaussianTaps(sigma));
  const radii = boxRadii(sigma);
  return radii.reduce(boxRows, plane);
}

function gaussianTaps(sigma: number): Tap[] {
  const reach = Math.max(1, Math.ceil(4 * sigma));
  const offsets = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  const raw = offsets.map((dx) => Math.exp(-(dx * dx) / (2 * sigma * sigma)));
  const total = raw.reduce((sum, one) => sum + one, 0);
  return offsets.map((dx, i) => ({ dx, dy: 0, weight: (raw[i] ?? 0) / total }));
}

/** Three boxes' radii: their variances add up to sigma's. */
function boxRadii(sigma: number): number[] {
  const ideal = Math.sqrt(4 * sigma * sigma + 1);
  const small = Math.floor((ideal - 1) / 2) * 2 + 1;
  const smalls = Math.round(
    (12 * sigma * sigma - 3 * small * small - 12 * small - 9) / (-4 * small - 4),
  );
  return [0, 1, 2].map((i) => ((i < smalls ? small : small + 2) - 1) / 2);
}

function boxRows({ size, values }: Plane, radius: number): Plane {
  const { width, height } = size;
  const out = new Float32Array(values.length);
  const share = 1 / (2 * radius + 1);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    const valueAt = (x: number) => values[start + mirrored(x, width)] ?? 0;
    let sum = 0;
    for (let x = -radius; x <= radius; x++) sum += valueAt(x);
    for (let x = 0; x < width; x++) {
      out[start + x] = sum * share;
      sum += valueAt(x + radius + 1) - valueAt(x - radius);
    }
  }
  return { size, values: out };
}
