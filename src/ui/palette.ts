/**
 * Colours of kept objects. The first eight stay apart for colour-blind eyes (after Okabe and Ito,
 * lightened where a photo would swallow them); further ones walk the golden angle at one lightness.
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

/** CSS colour of the object palette's entry `index` (0, 1, 2 …). */
export function objectColor(index: number): string {
  return FIRST[index] ?? `oklch(0.76 0.14 ${((index * GOLDEN_ANGLE) % 360).toFixed(1)})`;
}
