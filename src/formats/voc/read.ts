import type { XmlElement } from '@rgrove/parse-xml';
import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { vocIndex } from '../classes/colors.ts';
import type { Attribute } from '../dataset.ts';
import { extrasFromAttributes } from '../extras.ts';
import { baseName } from '../photos/file-names.ts';
import type { MaskPng } from '../png/decode.ts';
import { masksByLabel } from '../png/masks-by-label.ts';
import { FormatError } from '../problems.ts';
import type { Reading } from '../reading/reading.ts';
import { maskFromBox } from '../shapes/polygon-masks.ts';
import { childOf, childrenOf, childText, numberFrom, valueFrom } from '../text/xml-reader.ts';
import { outlineMask } from './outline.ts';

/**
 * One photo's VOC annotation. With the PNG from SegmentationObject, whose numbers count the XML's
 * objects, masks come from there; without, each box is a rectangle.
 */
export function readVoc(
  file: string,
  root: XmlElement,
  objectPng: MaskPng | null,
  reading: Reading,
): void {
  const stem = baseName(file).replace(/\.xml$/i, '');
  const name = childText(root, 'filename') || stem;
  // Files are renamed and their XML is not.
  const photo = reading.findPhoto(file, name, sizeOf(root), [...placesOf(root, name), stem]);
  if (!photo) return;
  const masks = objectPng && masksByNumber(objectPng);
  for (const [i, object] of childrenOf(root, 'object').entries()) {
    reading.attempt(file, () => {
      const className = nameOf(object);
      if (!className) throw new FormatError({ kind: 'unknown-class' });
      const drawn = masks ? masks.get(i + 1) : outlineMask(object, photo.size);
      if (masks && !drawn) throw new FormatError({ kind: 'empty-object' });
      const mask = drawn ?? boxMask(object, photo.size);
      const extras = extrasFromAttributes(attributesOf(object));
      reading.addObject(photo, { className, mask, isBox: !drawn, ...extras });
      if (childOf(object, 'part')) reading.note(file, { kind: 'parts' });
    });
  }
}

/** What the file says of where its photo lay, which tells photos of one name apart. */
function placesOf(root: XmlElement, name: string): string[] {
  const [path, folder] = [childText(root, 'path'), childText(root, 'folder')];
  const isSame = path && baseName(path) === baseName(name);
  return [...(isSame ? [path] : []), ...(folder ? [`${folder}/${baseName(name)}`] : [])];
}

/** Some tools write the colours of the palette instead of the numbers. */
function masksByNumber(png: MaskPng): Map<number, Mask> {
  const masks = masksByLabel(png);
  if (!(png.labels instanceof Uint32Array)) return masks;
  const numbered = [...masks].map(([color, mask]) => {
    const number = vocIndex([color & 0xff, (color >> 8) & 0xff, color >> 16]);
    return [number, mask] as const;
  });
  return new Map(numbered);
}

/** Line breaks around it are the file's, other space is the name's own. */
function nameOf(object: XmlElement): string {
  return (childOf(object, 'name')?.text ?? '').replace(/^\s*\n\s*|\s*\n\s*$/g, '');
}

/** Null where the file says nothing, or 0 as some tools write when they don't know. */
function sizeOf(root: XmlElement): Size | null {
  const size = childOf(root, 'size');
  const [width, height] = ['width', 'height'].map((side) =>
    size ? Number(childText(size, side)) : 0,
  );
  return width && height ? { width, height } : null;
}

/** VOC counts pixels from 1 and names the first and the last one of the box. */
function boxMask(object: XmlElement, size: Size): Mask {
  const box = childOf(object, 'bndbox');
  const side = (name: string) => numberFrom(box && childText(box, name), `bndbox.${name}`);
  const [xmin, ymin, xmax, ymax] = [side('xmin'), side('ymin'), side('xmax'), side('ymax')];
  // Some tools write the corner where the mouse was pressed first.
  const [left, right] = [Math.min(xmin, xmax), Math.max(xmin, xmax)];
  const [top, bottom] = [Math.min(ymin, ymax), Math.max(ymin, ymax)];
  return maskFromBox({ x0: left - 1, y0: top - 1, x1: right, y1: bottom }, size);
}

function attributesOf(object: XmlElement): Attribute[] {
  const list = childOf(object, 'attributes');
  return (list ? childrenOf(list, 'attribute') : []).map((attribute) => [
    childText(attribute, 'name') ?? '',
    // Not trimmed: a note keeps its own space.
    valueFrom(childOf(attribute, 'value')?.text ?? ''),
  ]);
}
