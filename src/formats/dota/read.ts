import { baseName } from '../photos/file-names.ts';
import type { Reading } from '../reading/reading.ts';
import { maskFromPolygons } from '../shapes/polygon-masks.ts';

/** Four corners, a class, and mostly how hard it is. */
const LINE =
  /^((?:-?\d+(?:\.\d+)?(?:e[-+]?\d+)?[\s,]+){8})(?![-+]?[\d.]+(?:e[-+]?\d+)?(?:\s|$))(\S*[^\s\d.]\S*)(?:[\s,]+(\d))?$/i;
const HEADER = /^(imagesource|gsd)\s*:/i;

export function looksLikeDota(text: string): boolean {
  const lines = linesOf(text.slice(0, 100_000));
  const labels = lines.filter((line) => LINE.test(line));
  return labels.length > 0 && labels.length >= lines.length / 2;
}

/** DOTA: turned boxes by their corners in photo pixels, one photo a file. */
export function readDota(file: string, text: string, reading: Reading): void {
  const photo = reading.findPhoto(file, baseName(file).replace(/\.txt$/i, ''), null);
  if (!photo) return;
  for (const line of linesOf(text)) {
    const [, corners, className, difficulty] = LINE.exec(line) ?? [];
    if (corners === undefined || className === undefined) {
      reading.skip(file, { kind: 'broken-line' });
      continue;
    }
    reading.attempt(file, () => {
      const ring = corners
        .trim()
        .split(/[\s,]+/)
        .map(Number);
      const mask = maskFromPolygons([ring], photo.size);
      const attributes = difficulty === '1' ? ([['difficult', true]] as const) : [];
      reading.addObject(photo, { className, mask, attributes });
    });
  }
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !HEADER.test(line));
}
