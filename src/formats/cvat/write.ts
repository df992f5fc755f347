import type { Size } from '../../geometry/spaces.ts';
import { cropMask } from '../../mask/crop.ts';
import { drawPolygons } from '../../mask/detail.ts';
import { maskBox } from '../../mask/measure.ts';
import { hexColor } from '../classes/colors.ts';
import type { DatasetHead, LabelledObject, PhotoLabels } from '../dataset.ts';
import { extrasToAttributes } from '../extras.ts';
import { partRings, verticesOf } from '../shapes/part-rings.ts';
import { element, escapeXml, textElement } from '../text/xml.ts';
import { createMixUpCheck } from '../writing/places.ts';
import { createSpool } from '../writing/spool.ts';
import type { CreateWriter, WriteOptions } from '../writing/writer.ts';

/** CVAT for images 1.1: one XML with masks, or with polygons whose parts share a group. */
export const createCvatWriter: CreateWriter = (head, places, options) => {
  const images = createSpool();
  const isMixedUp = createMixUpCheck(places);
  return {
    photoPath: ({ file }) => `images/${file.name}`,
    addPhoto(place, labels) {
      const { index, file, subset } = place;
      // A subset is read as the folder of its photos.
      const isPlain = subset === 'default' || isMixedUp(`${subset}/${file.stem}`, index);
      const image = { id: index, name: file.name, ...(isPlain ? {} : { subset }) };
      images.add(`${imageElement(head, image, place.size, labels, options)}\n`);
      return [];
    },
    finish: () => [
      {
        path: 'annotations.xml',
        content: new Blob([
          `<?xml version="1.0" encoding="utf-8"?>\n<annotations>\n${textElement('version', '1.1')}\n`,
          `${meta(head)}\n`,
          images.toBlob(),
          '</annotations>\n',
        ]),
      },
    ],
  };
};

function meta({ name, classes }: DatasetHead): string {
  const labels = classes.map((label) =>
    element(
      'label',
      {},
      textElement('name', label.name),
      textElement('color', hexColor(label.color)),
      textElement('type', 'any'),
      element('attributes', {}, ''),
    ),
  );
  return element(
    'meta',
    {},
    element('task', {}, textElement('name', name), element('labels', {}, ...labels)),
  );
}

function imageElement(
  head: DatasetHead,
  image: { readonly id: number; readonly name: string; readonly subset?: string },
  size: Size,
  { objects, tags }: PhotoLabels,
  options: WriteOptions,
): string {
  return element(
    'image',
    { ...image, width: size.width, height: size.height },
    '\n',
    ...tags.map((label) => `${element('tag', { label, source: 'manual' }, '')}\n`),
    ...objects.flatMap((object, i) => shapesOf(head, object, i, options)),
  );
}

function shapesOf(
  { classes }: DatasetHead,
  object: LabelledObject,
  order: number,
  { shapes, tolerance }: WriteOptions,
): string[] {
  const label = classes[object.classIndex]?.name ?? '';
  const common = { label, source: 'manual', occluded: 0, z_order: order };
  const attributes = attributeElements(object);
  if (shapes === 'masks') {
    return [`${element('mask', { ...common, ...maskFields(object) }, ...attributes)}\n`];
  }
  const rings = partRings(drawPolygons(object.mask, tolerance).polygons);
  const group = rings.length > 1 ? { group_id: order + 1 } : {};
  return rings.map((ring) => {
    const points = verticesOf(ring).join(';');
    return `${element('polygon', { ...common, ...group, points }, ...attributes)}\n`;
  });
}

/** Row-major run lengths of the box, background first. */
function maskFields({ mask }: LabelledObject) {
  const box = maskBox(mask) ?? { x0: 0, y0: 0, x1: 1, y1: 1 };
  const cut = cropMask(mask, box);
  const { width, height } = cut.size;
  return { rle: cut.runs.join(', '), left: box.x0, top: box.y0, width, height };
}

function attributeElements(object: LabelledObject): string[] {
  return extrasToAttributes(object).map(([name, value]) =>
    element('attribute', { name }, escapeXml(String(value))),
  );
}
