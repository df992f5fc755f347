import { drawPolygons } from '../../mask/detail.ts';
import type { Ring } from '../../mask/polygons.ts';
import { ringsOf } from '../../mask/polygons.ts';
import { hexColor } from '../classes/colors.ts';
import type { DatasetClass, LabelledObject } from '../dataset.ts';
import { encodePath } from '../photos/file-names.ts';
import { verticesOf } from '../shapes/part-rings.ts';
import { element, textElement } from '../text/xml.ts';
import type { CreateWriter } from '../writing/writer.ts';

/** A drawing a photo: the photo below, a path an object, with real holes. */
export const createSvgWriter: CreateWriter = ({ classes }, _places, options) => ({
  photoPath: ({ file }) => `images/${file.name}`,
  addPhoto({ file, size }, { objects }) {
    const { width, height } = size;
    const up = '../'.repeat(file.name.split('/').length - 1);
    const photo = { href: `${up}images/${encodePath(file.name)}`, width, height };
    const content = element(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height },
      options.includesPhotos ? `\n${element('image', photo)}` : '',
      '\n',
      ...objects.map((object) => pathOf(object, classes[object.classIndex], options.tolerance)),
    );
    return [{ path: `${file.stem}.svg`, content: `${content}\n` }];
  },
  finish: () => [],
});

function pathOf(
  { mask }: LabelledObject,
  label: DatasetClass | undefined,
  tolerance: number,
): string {
  const color = hexColor(label?.color ?? [0, 0, 0]);
  const d = ringsOf(drawPolygons(mask, tolerance).polygons).map(lineOf).join('');
  const style = { fill: color, 'fill-opacity': 0.35, 'fill-rule': 'evenodd', stroke: color };
  const title = textElement('title', label?.name ?? '');
  return `${element('path', { ...style, 'data-class': label?.name ?? '', d }, title)}\n`;
}

function lineOf(ring: Ring): string {
  const vertices = verticesOf(ring).map(([x, y]) => `${x} ${y}`);
  return `M${vertices.join('L')}Z`;
}
