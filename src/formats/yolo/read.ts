import * as v from 'valibot';
import { parse } from 'yaml';
import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { baseName } from '../file-names.ts';
import { expectShape } from '../json.ts';
import { maskFromBox, maskFromPolygons } from '../polygon-masks.ts';
import { FormatError } from '../problems.ts';
import type { FoundPhoto, Reading } from '../reading.ts';

const Name = v.union([v.string(), v.number(), v.boolean(), v.null()]);
const DataYaml = v.object({ names: v.union([v.array(Name), v.record(v.string(), Name)]) });

/** Class names from data.yaml, by number. Throws a FormatError when there are none. */
export function yoloNames(text: string): string[] {
  const names: string[] = [];
  const list = expectShape(DataYaml, parseYaml(text)).names;
  for (const [number, name] of Object.entries(list)) {
    const index = Number(number);
    if (Number.isInteger(index) && index >= 0 && index < 100_000) names[index] = String(name);
  }
  return Array.from(names, (name, i) => name ?? unnamed(i));
}

/** Labels of one photo, whose name is the file's but for the ending: boxes or polygons, a line an object. */
export function readYolo(
  file: string,
  text: string,
  names: readonly string[] | null,
  reading: Reading,
): void {
  const photo = reading.findPhoto(file, baseName(file).replace(/\.txt$/i, ''), null);
  if (!photo) return;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    reading.attempt(file, () =>
      readLine(line.trim().split(/\s+/).map(Number), photo, names, reading),
    );
  }
}

/** Whether this is what YOLO labels look like: each line a class number and shares of the photo. */
export function looksLikeYolo(text: string): boolean {
  const lines = text.split('\n', 20).filter((line) => line.trim() !== '');
  return lines.every((line) => /^\s*\d+(\s+-?[\d.]+(e-?\d+)?){4,}\s*$/i.test(line.slice(0, 4000)));
}

function readLine(
  [classNumber = Number.NaN, ...values]: readonly number[],
  photo: FoundPhoto,
  names: readonly string[] | null,
  reading: Reading,
): void {
  const className = names ? names[classNumber] : unnamed(classNumber);
  if (className === undefined || !Number.isInteger(classNumber)) {
    throw new FormatError({ kind: 'unknown-class' });
  }
  // A line from a prediction ends with how sure it is.
  const isScored = values.length % 2 === 1;
  const shares = isScored ? values.slice(0, -1) : values;
  if (!shares.every((share) => share >= -0.5 && share <= 1.5)) {
    throw new FormatError({ kind: 'unexpected', at: 'coordinates from 0 to 1' });
  }
  reading.addObject(photo, {
    className,
    mask: maskOf(shares, photo.size),
    isBox: shares.length === 4,
    score: isScored ? (values.at(-1) ?? null) : null,
  });
}

function maskOf(shares: readonly number[], { width, height }: Size): Mask {
  const at = shares.map((share, i) => share * (i % 2 === 0 ? width : height));
  if (at.length !== 4) return maskFromPolygons([at], { width, height });
  const [x = 0, y = 0, w = 0, h = 0] = at;
  const box = { x0: x - w / 2, y0: y - h / 2, x1: x + w / 2, y1: y + h / 2 };
  return maskFromBox(box, { width, height });
}

function parseYaml(text: string): unknown {
  try {
    // Aliases are counted, so that a few lines can't stand for a billion names.
    return parse(text, { maxAliasCount: 100, logLevel: 'error' });
  } catch {
    throw new FormatError({ kind: 'broken', as: 'YAML' });
  }
}

function unnamed(number: number): string {
  return `class ${number}`;
}
