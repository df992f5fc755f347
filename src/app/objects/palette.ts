/**
 * Colours of objects and classes. The first eight stay apart for colour-blind eyes (after Okabe and
 * Ito, lightened where a photo would swallow them); further ones walk the golden angle.
 */
const FIRST = [
  '#f0b429',
  '#56b4e9',
  '#e377c2',
  '#19b88a',
  '#f0e442',
  '#3d8fe0',
  '#e8743b',
  '#b7a4f5',
] as const;
const GOLDEN_ANGLE = 137.508;
const [SATURATION, LIGHTNESS] = [0.62, 0.66];

/** "#rrggbb" of the palette's entry `index` (0, 1, 2 …). */
export function paletteColor(index: number): string {
  return FIRST[index] ?? hexOfHue((index * GOLDEN_ANGLE) % 360);
}

/** From HSL; a colour field takes nothing but hex. */
function hexOfHue(hue: number): string {
  const reach = SATURATION * Math.min(LIGHTNESS, 1 - LIGHTNESS);
  const channel = (shift: number) => {
    const k = (shift + hue / 30) % 12;
    const value = LIGHTNESS - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
