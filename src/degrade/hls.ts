/** Hue in degrees, lightness and saturation 0..1; red, green and blue 0..1. Written to `out`, as loops run over pixels. */

export function toHls(red: number, green: number, blue: number, out: Float64Array): void {
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const [light, range] = [(most + least) / 2, most - least];
  out[0] = hueOf(red, green, blue, most, range);
  out[1] = light;
  out[2] = range === 0 ? 0 : range / (light < 0.5 ? most + least : 2 - most - least);
}

export function fromHls(hue: number, light: number, saturation: number, out: Float64Array): void {
  const chroma = (1 - Math.abs(2 * light - 1)) * saturation;
  fromHue(hue, chroma, light - chroma / 2, out);
}

/** Hue, saturation and value. */
export function toHsv(red: number, green: number, blue: number, out: Float64Array): void {
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  out[0] = hueOf(red, green, blue, most, range);
  out[1] = most === 0 ? 0 : range / most;
  out[2] = most;
}

export function fromHsv(hue: number, saturation: number, value: number, out: Float64Array): void {
  const chroma = value * saturation;
  fromHue(hue, chroma, value - chroma, out);
}

function hueOf(red: number, green: number, blue: number, most: number, range: number): number {
  if (range === 0) return 0;
  if (most === red) return (60 * (green - blue)) / range;
  if (most === green) return 120 + (60 * (blue - red)) / range;
  return 240 + (60 * (red - green)) / range;
}

function fromHue(hue: number, chroma: number, least: number, out: Float64Array): void {
  const turn = (((hue % 360) + 360) % 360) / 60;
  const middle = chroma * (1 - Math.abs((turn % 2) - 1));
  const [most, other] = [least + chroma, least + middle];
  const side = Math.floor(turn);
  out[0] = side === 0 || side === 5 ? most : side === 1 || side === 4 ? other : least;
  out[1] = side === 1 || side === 2 ? most : side === 0 || side === 3 ? other : least;
  out[2] = side === 3 || side === 4 ? most : side === 2 || side === 5 ? other : least;
}
