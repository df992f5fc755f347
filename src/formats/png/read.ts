import type { Mask } from '../../mask/mask.ts';
import { UNNAMED_CLASS } from '../dataset.ts';
import { baseName, stemOf } from '../file-names.ts';
import type { FoundPhoto, Reading } from '../reading.ts';
import type { MaskPng } from './decode.ts';
import { masksByLabel } from './masks-by-label.ts';

/** What a table beside the masks says of them; the app's own exports have one. */
export interface MaskTables {
  /** By file and number: photo and class. Number 0 stands for the whole of a black and white mask. */
  readonly byFile: ReadonlyMap<string, ReadonlyMap<number, { photo: string; className: string }>>;
  /** By number, for files without lines of their own. */
  readonly classes: ReadonlyMap<number, string>;
}

/** What others add to a photo's name to name its mask. */
const MASK_SUFFIX = /[-_. ](mask|masks|seg|segmentation|label|labels|gt|instance|instances)$/i;

/**
 * A mask picture: black and white is one object, otherwise each number is one. Whose it is and what
 * is on it stands in the tables, else in the names: of the file or its folder, and "class 3".
 */
export function readMaskPng(
  path: string,
  png: MaskPng,
  tables: MaskTables,
  reading: Reading,
): void {
  const lines = tables.byFile.get(path);
  const photo = findPhoto(path, lines?.values().next().value?.photo, png, reading);
  if (!photo) return;
  const masks = masksByLabel(png);
  const isPlain = isBlackAndWhite(masks);
  for (const [number, mask] of masks) {
    const line = lines?.get(isPlain && lines.has(0) ? 0 : number);
    const className = line?.className ?? classOf(path, number, isPlain, tables);
    reading.attempt(path, () => reading.addObject(photo, { className, mask }));
  }
}

function findPhoto(
  path: string,
  named: string | undefined,
  png: MaskPng,
  reading: Reading,
): FoundPhoto | null {
  const stem = stemOf(baseName(path));
  const names =
    named === undefined ? [stem, stem.replace(MASK_SUFFIX, ''), folderOf(path)] : [named];
  const [name = stem, ...others] = names.filter((each) => each !== '');
  return reading.findPhoto(path, name, png.size, others);
}

function isBlackAndWhite(masks: ReadonlyMap<number, Mask>): boolean {
  const [only] = masks.keys();
  return masks.size === 1 && (only === 1 || only === 255 || only === 0xffff || only === 0xffffff);
}

function classOf(path: string, number: number, isPlain: boolean, tables: MaskTables): string {
  const known = tables.classes.get(number);
  if (known !== undefined) return known;
  return isPlain || /(^|\/)instances?\//i.test(path) ? UNNAMED_CLASS : `class ${number}`;
}

/** "beach" for "masks/beach/001.png": some keep one folder a photo. */
function folderOf(path: string): string {
  return baseName(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
}

/** The tables among the files, by their columns; `names` are classes by number from elsewhere. */
export function maskTables(
  files: readonly (readonly (readonly string[])[])[],
  names: readonly string[],
): MaskTables {
  const byFile = new Map<string, Map<number, { photo: string; className: string }>>();
  const classes = new Map(names.entries());
  for (const [header = [], ...rows] of files) {
    const column = (name: string) => header.indexOf(name);
    const [file, photo, number, name] = ['file', 'photo', 'number', 'class'].map(column);
    for (const row of rows) {
      const text = (at: number | undefined) => (at === undefined ? undefined : row[at]) ?? '';
      const value = number === -1 ? 0 : Number(text(number));
      if (!Number.isInteger(value)) continue;
      if (file === -1) classes.set(value, text(name));
      else {
        const lines = byFile.get(text(file)) ?? new Map();
        byFile.set(text(file), lines.set(value, { photo: text(photo), className: text(name) }));
      }
    }
  }
  return { byFile, classes };
}
