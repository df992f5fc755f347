import { baseName } from '../photos/file-names.ts';
import type { Reading } from '../reading/reading.ts';
import { maskFromPolygons } from '../shapes/polygon-masks.ts';

const NUMBER = /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i;
const BARELY_NUMBER = /^[-+]?[\d.]+(e[-+]?\d+)?$/i;
const HEADER = /^(imagesource|gsd)\s*:/i;

export function looksLikeDota(text: string): boolean {
  const lines = linesOf(text.slice(0, 100_000));
  const labels = lines.filter((line) => labelOf(line) !== null);
  return labels.length > 0 && labels.length >= lines.length / 2;
}

/** DOTA: turned boxes by their corners in photo pixels, one photo a file. */
export function readDota(file: string, text: string, reading: Reading): void {
  const photo = reading.findPhoto(file, baseName(file).replace(/\.txt$/i, ''), null);
  if (!photo) return;
  for (const line of linesOf(text)) {
    const label = labelOf(line);
    if (label === null) {
      reading.skip(file, { kind: 'broken-line' });
      continue;
    }
    const { ring, className, isHard } = label;
    reading.attempt(file, () => {
      const mask = maskFromPolygons([ring], photo.size);
      const attributes = isHard ? ([['difficult', true]] as const) : [];
      reading.addObject(photo, { className, mask, attributes });
    });
  }
}

interface Label {
  /** Four corners: x and y in photo pixels. */
  readonly ring: readonly number[];
  readonly className: string;
  readonly isHard: boolean;
}

/** Four corners, a class, and mostly how hard it is, with white space or commas between; null: no such line. */
function labelOf(line: string): Label | null {
  // What parts the first two values parts all: a class's name may hold the other.
  const hasCommas = /^[^\s,]+\s*,/.test(line);
  const values = line.split(hasCommas ? /\s*,\s*/ : /\s+/);
  const [corners, [className, difficulty = '0', ...more]] = [values.slice(0, 8), values.slice(8)];
  if (!corners.every((value) => NUMBER.test(value)) || more.length > 0) return null;
  if (!className || BARELY_NUMBER.test(className) || !/^\d$/.test(difficulty)) return null;
  return { ring: corners.map(Number), className, isHard: difficulty === '1' };
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !HEADER.test(line));
}
