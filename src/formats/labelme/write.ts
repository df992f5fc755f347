import { maskToBitmap } from '../../mask/bitmap.ts';
import { cropMask } from '../../mask/crop.ts';
import { drawPolygons } from '../../mask/detail.ts';
import { maskBox } from '../../mask/measure.ts';
import type { LabelledObject } from '../dataset.ts';
import { baseName } from '../photos/file-names.ts';
import { greyPng } from '../png/encode.ts';
import { withReviewAttributes } from '../reviews.ts';
import { partRings, verticesOf } from '../shapes/part-rings.ts';
import { bytesToBase64 } from '../text/base64.ts';
import type { CreateWriter, WriteOptions } from '../writing/writer.ts';

/** The version of LabelMe whose files these are: the first with masks for shapes. */
const VERSION = '5.5.0';

/** LabelMe: JSON beside each photo. The parts of one object share a group. */
export const createLabelmeWriter: CreateWriter = ({ classes }, _places, options) => ({
  photoPath: ({ file }) => file.name,
  addPhoto({ file, size }, { objects, tags }) {
    const content = {
      version: VERSION,
      flags: Object.fromEntries(tags.map((tag) => [tag, true])),
      shapes: objects.flatMap((object, i) =>
        shapesOf(object, classes[object.classIndex]?.name ?? '', i + 1, options),
      ),
      // From where this file lies.
      imagePath: baseName(file.name),
      imageData: null,
      imageHeight: size.height,
      imageWidth: size.width,
    };
    return [{ path: `${file.stem}.json`, content: `${JSON.stringify(content, null, 1)}\n` }];
  },
  finish: () => [],
});

function shapesOf(
  object: LabelledObject,
  label: string,
  number: number,
  { shapes, tolerance }: WriteOptions,
): object[] {
  const { score, note } = object;
  const attributes = withReviewAttributes(object.attributes, object.review);
  const drawn = shapes === 'masks' ? [maskShape(object)] : polygonShapes(object, tolerance);
  return drawn.map((shape) => ({
    label,
    ...shape,
    group_id: drawn.length > 1 ? number : null,
    description: note,
    flags: {},
    // LabelMe keeps what it doesn't know.
    ...(score === null ? {} : { score }),
    ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
  }));
}

function polygonShapes({ mask }: LabelledObject, tolerance: number) {
  return partRings(drawPolygons(mask, tolerance).polygons).map((ring) => ({
    points: verticesOf(ring),
    shape_type: 'polygon',
  }));
}

/** A PNG of the box; LabelMe names the box by its first and last pixel. */
function maskShape({ mask }: LabelledObject) {
  const box = maskBox(mask) ?? { x0: 0, y0: 0, x1: 1, y1: 1 };
  const cut = cropMask(mask, box);
  return {
    points: [
      [box.x0, box.y0],
      [box.x1 - 1, box.y1 - 1],
    ],
    shape_type: 'mask',
    mask: bytesToBase64(greyPng(maskToBitmap(cut), cut.size)),
  };
}
