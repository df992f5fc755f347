import { maskBox } from '../../mask/measure.ts';
import type { DatasetHead, LabelledObject } from '../dataset.ts';
import { extrasToAttributes } from '../extras.ts';
import { indexedPng } from '../png/encode.ts';
import { paintLabels } from '../png/label-map.ts';
import { element, textElement } from '../text/xml.ts';
import type { Subset } from '../writing/subsets.ts';
import type { CreateWriter, OutFile, PhotoPlace } from '../writing/writer.ts';
import { vocLabelMap } from './label-map.ts';

/**
 * Pascal VOC: XML with boxes, and two indexed PNGs a photo: the class and the number of the object
 * that each pixel belongs to, in VOC's own colours. Later objects hide earlier ones.
 */
export const createVocWriter: CreateWriter = (head, places) => ({
  photoPath: ({ file }) => `JPEGImages/${file.name}`,
  *addPhoto(place, { objects }): Iterable<OutFile> {
    const { file, size } = place;
    const masks = objects.map(({ mask }) => mask);
    const classes = objects.map(({ classIndex }) => classIndex + 1);
    const numbers = objects.map((_, i) => i + 1);
    yield { path: `Annotations/${file.stem}.xml`, content: annotation(head, place, objects) };
    yield {
      path: `SegmentationClass/${file.stem}.png`,
      content: indexedPng(paintLabels(masks, classes, size), size),
    };
    yield {
      path: `SegmentationObject/${file.stem}.png`,
      content: indexedPng(paintLabels(masks, numbers, size), size),
    };
  },
  *finish(): Iterable<OutFile> {
    yield { path: 'labelmap.txt', content: vocLabelMap(head.classes) };
    for (const [set, stems] of imageSets(places)) {
      const content = stems.map((stem) => `${stem}\n`).join('');
      yield { path: `ImageSets/Main/${set}.txt`, content };
      yield { path: `ImageSets/Segmentation/${set}.txt`, content };
    }
  },
});

function annotation(
  head: DatasetHead,
  { file, size }: PhotoPlace,
  objects: readonly LabelledObject[],
): string {
  const text = element(
    'annotation',
    {},
    textElement('folder', 'JPEGImages'),
    textElement('filename', file.name),
    element('source', {}, textElement('database', head.name)),
    element(
      'size',
      {},
      textElement('width', size.width),
      textElement('height', size.height),
      textElement('depth', 3),
    ),
    textElement('segmented', objects.length > 0 ? 1 : 0),
    ...objects.map((object) => objectElement(head, object)),
  );
  return `${text}\n`;
}

/** VOC counts pixels from 1 and names the first and the last one of the box. */
function objectElement({ classes }: DatasetHead, object: LabelledObject): string {
  const { x0, y0, x1, y1 } = maskBox(object.mask) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  const attributes = extrasToAttributes(object);
  return element(
    'object',
    {},
    textElement('name', classes[object.classIndex]?.name ?? ''),
    textElement('pose', 'Unspecified'),
    textElement('truncated', 0),
    textElement('difficult', 0),
    element(
      'bndbox',
      {},
      textElement('xmin', x0 + 1),
      textElement('ymin', y0 + 1),
      textElement('xmax', x1),
      textElement('ymax', y1),
    ),
    ...(attributes.length > 0 ? [attributesElement(attributes)] : []),
  );
}

/** As CVAT and Datumaro extend the format. */
function attributesElement(attributes: LabelledObject['attributes']): string {
  const items = attributes.map(([name, value]) =>
    element('attribute', {}, textElement('name', name), textElement('value', String(value))),
  );
  return element('attributes', {}, ...items);
}

function imageSets(places: readonly PhotoPlace[]): [string, string[]][] {
  const stemsOf = (...subsets: Subset[]) =>
    places.filter(({ subset }) => subsets.includes(subset)).map(({ file }) => file.stem);
  const sets: [string, string[]][] = [
    ['train', stemsOf('train')],
    ['val', stemsOf('val')],
    ['trainval', stemsOf('train', 'val', 'default')],
  ];
  return sets.filter(([, stems]) => stems.length > 0);
}
