import type { Rgb } from '../dataset.ts';

/** The colour Pascal VOC gives to a class or an object of this number; 0 is the black background. */
export function vocColor(index: number): Rgb {
  let [red, green, blue] = [0, 0, 0];
  for (let bit = 7, rest = index; bit >= 0; bit--, rest >>= 3) {
    red |= (rest & 1) << bit;
    green |= ((rest >> 1) & 1) << bit;
    blue |= ((rest >> 2) & 1) << bit;
  }
  return [red, green, blue];
}

/** The inverse of `vocColor`. */
export function vocIndex([red, green, blue]: Rgb): number {
  let index = 0;
  for (let bit = 0; bit < 8; bit++) {
    const bits = ((red >> bit) & 1) | (((green >> bit) & 1) << 1) | (((blue >> bit) & 1) << 2);
    index |= bits << (3 * (7 - bit));
  }
  return index;
}

/** "#ff8000". */
export function hexColor(color: Rgb): string {
  return `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The inverse of `hexColor`; null for anything else. */
export function colorFromHex(text: string): Rgb | null {
  if (!/^#[0-9a-f]{6}$/i.test(text)) return null;
  const value = Number.parseInt(text.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}
