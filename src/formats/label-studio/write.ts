import type { Size } from '../../geometry/spaces.ts';
import { drawPolygons } from '../../mask/detail.ts';
import { ringsOf } from '../../mask/polygons.ts';
import { seamedRing } from '../../mask/seams.ts';
import { hexColor } from '../classes/colors.ts';
import type { DatasetHead, LabelledObject, PhotoLabels } from '../dataset.ts';
import { encodePath } from '../photos/file-names.ts';
import { reviewFields } from '../reviews.ts';
import { verticesOf } from '../shapes/part-rings.ts';
import { element } from '../text/xml.ts';
import { createListSpool } from '../writing/spool.ts';
import type { CreateWriter, PhotoPlace, WriteOptions } from '../writing/writer.ts';
import { brushRle } from './rle.ts';

/** Label Studio: a list of tasks and the labelling interface that fits them. */
export const createLabelStudioWriter: CreateWriter = (head, _places, options) => {
  const tasks = createListSpool();
  return {
    photoPath: ({ file }) => `images/${file.name}`,
    addPhoto(place, labels) {
      tasks.add(JSON.stringify(taskOf(head, place, labels, options)));
      return [];
    },
    finish: () => [
      { path: 'tasks.json', content: tasks.toBlob() },
      { path: 'label_config.xml', content: `${labelConfig(head, options)}\n` },
    ],
  };
};

/** `image` is for a local storage that serves the unpacked folder. */
function taskOf(
  head: DatasetHead,
  { index, file, size }: PhotoPlace,
  { objects, tags, review }: PhotoLabels,
  options: WriteOptions,
) {
  const regions = objects.map((object, i) => regionOf(head, object, i, size, options));
  const choices = { id: 'tags', type: 'choices', value: { choices: tags } };
  const tagged = tags.length > 0 ? [{ ...choices, from_name: 'tag', to_name: 'image' }] : [];
  return {
    id: index + 1,
    data: { image: `/data/local-files/?d=images/${encodePath(file.name)}` },
    ...(review ? { meta: { review: reviewFields(review) } } : {}),
    annotations: [{ result: [...regions, ...tagged] }],
  };
}

function regionOf(
  { classes }: DatasetHead,
  object: LabelledObject,
  index: number,
  size: Size,
  options: WriteOptions,
) {
  const labels = [classes[object.classIndex]?.name ?? ''];
  const isMask = options.shapes === 'masks';
  return {
    id: `object-${index + 1}`,
    type: isMask ? 'brushlabels' : 'polygonlabels',
    from_name: isMask ? 'mask' : 'polygon',
    to_name: 'image',
    original_width: size.width,
    original_height: size.height,
    image_rotation: 0,
    value: isMask ? brushValue(object, labels) : polygonValue(object, labels, size, options),
    ...(object.score === null ? {} : { score: object.score }),
    ...metaOf(object),
  };
}

/** What a region says beyond its shape; `review` is not Label Studio's own, but it keeps what lies in `meta`. */
function metaOf({ note, review }: LabelledObject) {
  if (!note && !review) return {};
  return {
    meta: {
      ...(note ? { text: [note] } : {}),
      ...(review ? { review: reviewFields(review) } : {}),
    },
  };
}

function brushValue({ mask }: LabelledObject, brushlabels: string[]) {
  return { format: 'rle', rle: Array.from(brushRle(mask)), brushlabels };
}

/** One region an object, so parts and holes hang together by seams; in percent of the photo. */
function polygonValue(
  { mask }: LabelledObject,
  polygonlabels: string[],
  { width, height }: Size,
  { tolerance }: WriteOptions,
) {
  const ring = seamedRing(ringsOf(drawPolygons(mask, tolerance).polygons));
  const percent = (value: number, of: number) => Number(((value / of) * 100).toFixed(6));
  const points = verticesOf(ring).map(([x, y]) => [percent(x, width), percent(y, height)]);
  return { points, closed: true, polygonlabels };
}

function labelConfig({ classes }: DatasetHead, { shapes }: WriteOptions): string {
  const labels = classes.map(({ name, color }) =>
    element('Label', { value: name, background: hexColor(color) }),
  );
  const [tool, name] = shapes === 'masks' ? ['BrushLabels', 'mask'] : ['PolygonLabels', 'polygon'];
  return element(
    'View',
    {},
    element('Image', { name: 'image', value: '$image', zoom: 'true' }),
    element(tool, { name, toName: 'image' }, ...labels),
  );
}
