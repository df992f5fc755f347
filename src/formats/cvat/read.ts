import type { XmlElement } from '@rgrove/parse-xml';
import type { ImagePoint, Size } from '../../geometry/spaces.ts';
import { uniteMasks } from '../../mask/combine.ts';
import { maskFromCounts } from '../../mask/counts.ts';
import { placeMask } from '../../mask/crop.ts';
import type { Mask } from '../../mask/mask.ts';
import { colorFromHex } from '../colors.ts';
import { extrasFromAttributes } from '../extras.ts';
import { checkedSize } from '../limits.ts';
import { maskFromPolygons } from '../polygon-masks.ts';
import { FormatError, orProblem } from '../problems.ts';
import type { FoundPhoto, Reading } from '../reading.ts';
import { ellipseRing, turnRing } from '../rings.ts';
import { childOf, childrenOf, childText, numberFrom, valueFrom } from '../xml-reader.ts';

interface Shape {
  readonly element: XmlElement;
  readonly mask: Mask;
  readonly order: number;
}

/** CVAT for images 1.1: masks, polygons, boxes, ellipses, and tags of the whole image. */
export function readCvat(file: string, root: XmlElement, reading: Reading): void {
  readLabels(root, reading);
  for (const image of childrenOf(root, 'image')) {
    reading.attempt(file, () => {
      const { name = '', subset = '', width, height } = image.attributes;
      const size = checkedSize(
        numberFrom(width, 'image.width'),
        numberFrom(height, 'image.height'),
      );
      // A project keeps each of its parts in a folder.
      const photo = reading.findPhoto(file, subset ? `${subset}/${name}` : name, size);
      if (photo) readImage(file, image, photo, reading);
    });
  }
}

function readLabels(root: XmlElement, reading: Reading): void {
  const meta = childOf(root, 'meta');
  // A whole project, a task or a job.
  for (const owner of meta ? childrenOf(meta) : []) {
    const labels = childOf(owner, 'labels');
    for (const label of labels ? childrenOf(labels, 'label') : []) {
      const name = childText(label, 'name');
      if (name) reading.addClass(name, colorFromHex(childText(label, 'color') ?? ''));
    }
  }
}

function readImage(file: string, image: XmlElement, photo: FoundPhoto, reading: Reading): void {
  const shapes: Shape[] = [];
  for (const element of childrenOf(image)) {
    const { label = '', z_order = '0' } = element.attributes;
    reading.attempt(file, () => {
      if (label === '') throw new FormatError({ kind: 'unknown-class' });
      if (element.name === 'tag') return reading.addTag(photo, label);
      const mask = maskOf(element, photo.size);
      shapes.push({ element, mask, order: numberFrom(z_order, 'z_order') });
    });
  }
  for (const group of groupsOf(shapes.sort((a, b) => a.order - b.order))) {
    reading.attempt(file, () => addObject(group, photo, reading));
  }
}

/** Shapes of one label in one group are parts of one object. */
function groupsOf(shapes: readonly Shape[]): Shape[][] {
  const groups = new Map<string, Shape[]>();
  for (const [i, shape] of shapes.entries()) {
    const { label = '', group_id = '0' } = shape.element.attributes;
    const key = group_id === '0' ? `alone ${i}` : JSON.stringify([group_id, label]);
    const group = groups.get(key);
    if (group) group.push(shape);
    else groups.set(key, [shape]);
  }
  return [...groups.values()];
}

function addObject(group: readonly Shape[], photo: FoundPhoto, reading: Reading): void {
  const [first] = group;
  if (!first) return;
  const attributes = childrenOf(first.element, 'attribute').map(
    ({ attributes: { name = '' }, text }) => [name, valueFrom(text)] as const,
  );
  const masks = group.map(({ mask }) => mask);
  reading.addObject(photo, {
    className: first.element.attributes.label ?? '',
    mask: uniteMasks(masks, photo.size),
    isBox: group.length === 1 && first.element.name === 'box',
    ...extrasFromAttributes(attributes),
  });
}

function maskOf({ name, attributes }: XmlElement, size: Size): Mask {
  const number = (key: string) => numberFrom(attributes[key], `${name}.${key}`);
  const rotation = attributes.rotation === undefined ? 0 : number('rotation');
  switch (name) {
    case 'mask':
      return maskFromRle(attributes.rle ?? '', number, size);
    case 'polygon':
      return maskFromPolygons([pointsFrom(attributes.points ?? '')], size);
    case 'box': {
      const [x0, y0, x1, y1] = [number('xtl'), number('ytl'), number('xbr'), number('ybr')];
      const centre: ImagePoint = { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
      return maskFromPolygons([turnRing([x0, y0, x1, y0, x1, y1, x0, y1], centre, rotation)], size);
    }
    case 'ellipse': {
      const centre: ImagePoint = { x: number('cx'), y: number('cy') };
      const ring = ellipseRing(centre, number('rx'), number('ry'));
      return maskFromPolygons([turnRing(ring, centre, rotation)], size);
    }
    default:
      throw new FormatError({ kind: 'unknown-shape', shape: name });
  }
}

function maskFromRle(rle: string, number: (key: string) => number, size: Size): Mask {
  const own = checkedSize(number('width'), number('height'));
  const counts = rle.split(',').map(Number);
  const cut = orProblem({ kind: 'bad-counts' }, () => maskFromCounts(counts, own));
  const [x, y] = [Math.round(number('left')), Math.round(number('top'))];
  return placeMask(cut, { x, y }, size);
}

/** "x,y;x,y". */
function pointsFrom(text: string): number[] {
  return text.split(/[;,]/).map((value) => numberFrom(value, 'polygon.points'));
}
