import type { Mask } from '../../mask/mask.ts';
import { baseName, folderName, MASK_SUFFIX, stemOf } from '../photos/file-names.ts';
import { FormatError } from '../problems.ts';
import type { FoundPhoto, Reading } from '../reading/reading.ts';
import { cityscapesClass, cityscapesRank, fromCityscapes } from './cityscapes.ts';
import { classOf, isColored, isVoid, type MaskClass, unnamed } from './class-of.ts';
import type { MaskPng } from './decode.ts';
import type { Legend } from './legend.ts';
import { isPhotoLike, masksByLabel } from './masks-by-label.ts';
import { classesOfObjects } from './object-classes.ts';

/** What a table says of one number of a mask picture. */
export interface MaskLine {
  /** The table's own path, from which the photo's name leads on. */
  readonly table: string;
  readonly photo: string;
  readonly className: string;
}

/** What else is known of a mask picture. */
export interface MaskFacts {
  /** By number, from a table. Number 0 stands for the whole of a black and white mask. */
  readonly lines: ReadonlyMap<number, MaskLine> | undefined;
  readonly legend: Legend | null;
  /** The picture of numbered objects beside one of classes. */
  readonly objects: MaskPng | null;
}

/**
 * A mask picture: black and white is one object, otherwise each number or colour is one. Whose it is
 * and what is on it stands in tables and legends, else in the names: of the file or its folder, and
 * "class 3".
 */
export function readMaskPng(path: string, png: MaskPng, facts: MaskFacts, reading: Reading): void {
  const photo = findPhoto(path, facts.lines?.values().next().value, png, reading);
  if (!photo) return;
  for (const { mask, is } of objectsIn(path, fromCityscapes(path, png), facts)) {
    reading.addClass(is.name, is.color);
    reading.attempt(path, () => reading.addObject(photo, { className: is.name, mask }));
  }
}

interface MaskObject {
  readonly mask: Mask;
  readonly is: MaskClass;
}

function objectsIn(path: string, png: MaskPng, facts: MaskFacts): MaskObject[] {
  const { lines, legend, objects } = facts;
  if (objects && isSameSize(objects, png)) return pairedObjects(png, objects, legend);
  const masks = masksByLabel(png);
  if (isColored(png) && isPhotoLike(masks)) throw new FormatError({ kind: 'not-a-format' });
  const isPlain = isBlackAndWhite(masks);
  return [...masks].flatMap(([number, mask]) => {
    const line = lines?.get(isPlain && lines.has(0) ? 0 : number);
    const is = line
      ? { name: line.className, color: null }
      : classAt(path, number, png, isPlain, legend);
    return is ? [{ mask, is }] : [];
  });
}

function classAt(
  path: string,
  number: number,
  png: MaskPng,
  isPlain: boolean,
  legend: Legend | null,
): MaskClass | null {
  const isCityscapes = cityscapesRank(path) !== null;
  const isNamed = legend?.byNumber.has(number) || legend?.byColor.has(number);
  if (isPlain && !isNamed) return unnamed();
  if (!isNamed && !isCityscapes && /(^|\/)instances?\//i.test(path)) return unnamed();
  return classOf(isCityscapes ? cityscapesClass(number) : number, png, legend);
}

/** Objects by one picture, their classes by the other. */
function pairedObjects(classes: MaskPng, objects: MaskPng, legend: Legend | null): MaskObject[] {
  const numbers = classesOfObjects(
    objects,
    classes,
    (number) => classOf(number, classes, legend) !== null,
  );
  return [...masksByLabel(objects)].flatMap(([object, mask]) => {
    const number = numbers.get(object);
    const is = number === undefined ? null : classOf(number, classes, legend);
    return is && !isVoid(object, objects, null) ? [{ mask, is }] : [];
  });
}

function isSameSize(a: MaskPng, b: MaskPng): boolean {
  return a.size.width === b.size.width && a.size.height === b.size.height;
}

function findPhoto(
  path: string,
  line: MaskLine | undefined,
  png: MaskPng,
  reading: Reading,
): FoundPhoto | null {
  const sources = photoSources(path, line).filter(({ name }) => name !== '');
  const known = sources.find(({ file, name }) => reading.knowsPhoto(file, name, png.size));
  if (known) return reading.findPhoto(known.file, known.name, png.size);
  const [name = '', ...others] = sources.map((source) => source.name);
  return reading.findPhoto(path, name, png.size, others);
}

/** Names of the photo, and where each leads on from: a mask's own name may hold its class instead. */
function photoSources(path: string, line: MaskLine | undefined): { file: string; name: string }[] {
  if (line?.photo) {
    return [line.table, path].map((file) => ({ file, name: line.photo }));
  }
  const stem = stemOf(baseName(path));
  const folder = folderName(path);
  return [
    { file: path, name: stem },
    { file: path, name: stem.replace(MASK_SUFFIX, '') },
    // CamVid's.
    { file: path, name: stem.replace(/_L$/, '') },
    // Some keep one folder a photo, "masks/beach/001.png".
    { file: folder, name: baseName(folder) },
  ];
}

function isBlackAndWhite(masks: ReadonlyMap<number, Mask>): boolean {
  const [only] = masks.keys();
  return masks.size === 1 && (only === 1 || only === 255 || only === 0xffff || only === 0xffffff);
}
