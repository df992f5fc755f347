import type { XmlElement } from '@rgrove/parse-xml';
import type { ImagePoint, Size } from '../../geometry/spaces.ts';
import { uniteMasks } from '../../mask/combine.ts';
import { maskFromCounts } from '../../mask/counts.ts';
import { placeMask } from '../../mask/crop.ts';
import type { Mask } from '../../mask/mask.ts';
import { extrasFromAttributes } from '../extras.ts';
import { FormatError, orProblem } from '../problems.ts';
import { checkedSize } from '../reading/limits.ts';
import type { FoundPhoto, Reading } from '../reading/reading.ts';
import { maskFromPolygons } from '../shapes/polygon-masks.ts';
import { ellipseRing, turnRing } from '../shapes/rings.ts';
import { childrenOf, numberFrom, valueFrom } from '../text/xml-reader.ts';

/** A shape of one photo; a track has label and group for all of its shapes. */
export interface CvatShape {
  readonly element: XmlElement;
  readonly label: string;
  readonly groupId: string;
  readonly trackId: string | null;
}

interface Drawn extends CvatShape {
  readonly mask: Mask;
  readonly order: number;
}

export function readShapes(
  file: string,
  shapes: readonly CvatShape[],
  photo: FoundPhoto,
  reading: Reading,
): void {
  const drawn: Drawn[] = [];
  for (const shape of shapes) {
    const { element, label } = shape;
    reading.attempt(file, () => {
      if (label === '') throw new FormatError({ kind: 'unknown-class' });
      if (element.name === 'tag') return reading.addTag(photo, label);
      const mask = maskOf(element, photo.size);
      const order = numberFrom(element.attributes.z_order ?? '0', 'z_order');
      drawn.push({ ...shape, mask, order });
    });
  }
  for (const group of groupsOf(drawn.sort((a, b) => a.order - b.order))) {
    reading.attempt(file, () => addObject(group, photo, reading));
  }
}

/** Shapes of one label in one group are parts of one object. */
function groupsOf(shapes: readonly Drawn[]): Drawn[][] {
  const groups = new Map<string, Drawn[]>();
  for (const [i, shape] of shapes.entries()) {
    const { label, groupId } = shape;
    const key = groupId === '0' ? `alone ${i}` : JSON.stringify([groupId, label]);
    const group = groups.get(key);
    if (group) group.push(shape);
    else groups.set(key, [shape]);
  }
  return [...groups.values()];
}

function addObject(group: readonly Drawn[], photo: FoundPhoto, reading: Reading): void {
  const [first] = group;
  if (!first) return;
  const attributes = childrenOf(first.element, 'attribute').map(
    ({ attributes: { name = '' }, text }) => [name, valueFrom(text)] as const,
  );
  const track = first.trackId === null ? [] : [['track_id', valueFrom(first.trackId)] as const];
  const masks = group.map(({ mask }) => mask);
  reading.addObject(photo, {
    className: first.label,
    mask: uniteMasks(masks, photo.size),
    isBox: group.length === 1 && first.element.name === 'box',
    ...extrasFromAttributes([...attributes, ...track]),
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

/** "x,y;x,y", also with a semicolon at the end. */
function pointsFrom(text: string): number[] {
  const points = text.split(';').filter((point) => point.trim() !== '');
  return points.flatMap((point) =>
    point.split(',').map((value) => numberFrom(value, 'polygon.points')),
  );
}
