import type { XmlElement } from '@rgrove/parse-xml';
import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { vocIndex } from '../colors.ts';
import type { Attribute } from '../dataset.ts';
import { extrasFromAttributes } from '../extras.ts';
import { baseName } from '../file-names.ts';
import type { MaskPng } from '../png/decode.ts';
import { masksByLabel } from '../png/masks-by-label.ts';
import { maskFromBox } from '../polygon-masks.ts';
import { FormatError } from '../problems.ts';
import type { Reading } from '../reading.ts';
import { childOf, childrenOf, childText, numberFrom, valueFrom } from '../xml-reader.ts';

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
  const photo = reading.findPhoto(file, name, sizeOf(root), [stem]);
  if (!photo) return;
  if (objectPng) refuseOtherSize(objectPng.size, photo.size);
  const masks = objectPng && masksByNumber(objectPng);
  for (const [i, object] of childrenOf(root, 'object').entries()) {
    reading.attempt(file, () => {
      const className = childText(object, 'name');
      if (!className) throw new FormatError({ kind: 'unknown-class' });
      const mask = masks ? masks.get(i + 1) : boxMask(object, photo.size);
      if (!mask) throw new FormatError({ kind: 'empty-object' });
      const extras = extrasFromAttributes(attributesOf(object));
      reading.addObject(photo, { className, mask, isBox: !masks, ...extras });
    });
  }
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
  const edges = { x0: side('xmin') - 1, y0: side('ymin') - 1, x1: side('xmax'), y1: side('ymax') };
  return maskFromBox(edges, size);
}

function attributesOf(object: XmlElement): Attribute[] {
  const list = childOf(object, 'attributes');
  return (list ? childrenOf(list, 'attribute') : []).map((attribute) => [
    childText(attribute, 'name') ?? '',
    // Not trimmed: a note keeps its own space.
    valueFrom(childOf(attribute, 'value')?.text ?? ''),
  ]);
}

function refuseOtherSize(found: Size, photo: Size): void {
  if (found.width !== photo.width || found.height !== photo.height) {
    throw new FormatError({ kind: 'other-size', found, photo });
  }
}
