import { drawPolygons } from '../../mask/detail.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea, maskBox } from '../../mask/measure.ts';
import type { CocoId, DatasetClass, LabelledObject, PhotoLabels } from '../dataset.ts';
import { figureAttributes } from '../figures.ts';
import { reviewFields, withReviewAttributes } from '../reviews.ts';
import { partRings } from '../shapes/part-rings.ts';
import { createListSpool, type Spool } from '../writing/spool.ts';
import type { Subset } from '../writing/subsets.ts';
import type { CreateWriter, OutFile, PhotoPlace, WriteOptions } from '../writing/writer.ts';
import { isCrowdMark } from './crowd.ts';
import { cocoCategories, createCocoIds, imageIds } from './ids.ts';
import { cocoCounts, compressCounts } from './rle.ts';

interface Lists {
  readonly images: Spool;
  readonly annotations: Spool;
}

/** COCO instances: polygons (a hole is reached by a seam), or compressed run lengths. Ids are those that came in; others count from 1. */
export const createCocoWriter: CreateWriter = (head, _places, options) => {
  const subsets = new Map<Subset, Lists>();
  const categories = cocoCategories(head.classes);
  const images = imageIds(head.photos);
  const objectId = createCocoIds(head.largestObjectId ?? 0);

  function listsOf(subset: Subset): Lists {
    const lists = subsets.get(subset) ?? {
      images: createListSpool(),
      annotations: createListSpool(),
    };
    subsets.set(subset, lists);
    return lists;
  }

  return {
    photoPath: ({ file }) => `images/${file.name}`,
    addPhoto(place, labels) {
      const lists = listsOf(place.subset);
      const image_id = images[place.index] ?? 0;
      lists.images.add(JSON.stringify(cocoImage(image_id, place, labels)));
      for (const object of labels.objects) {
        const ids = { id: objectId(object.cocoId), image_id };
        const category_id = categories[object.classIndex]?.id ?? 0;
        lists.annotations.add(
          JSON.stringify({ ...ids, category_id, ...annotationOf(object, options) }),
        );
      }
      return [];
    },
    *finish(): Iterable<OutFile> {
      for (const [subset, { images, annotations }] of subsets) {
        const content = cocoFile(head.name, head.classes, images.toBlob(), annotations.toBlob());
        yield { path: `annotations/instances_${subset}.json`, content };
      }
    },
  };
};

/** Tags, review and what was measured are not COCO's own, but readers pass over what they don't know. */
export function cocoImage(
  id: CocoId,
  { file, size }: PhotoPlace,
  { tags, review, figures }: Pick<PhotoLabels, 'tags' | 'review' | 'figures'>,
) {
  return {
    id,
    file_name: file.name,
    width: size.width,
    height: size.height,
    ...(tags.length > 0 ? { tags } : {}),
    ...(review ? { review: reviewFields(review) } : {}),
    ...(figures ? { report: Object.fromEntries(figureAttributes(figures)) } : {}),
  };
}

/** The box as COCO has it: left, top, width, height. */
export function cocoBox(mask: Mask): [number, number, number, number] {
  const box = maskBox(mask) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  return [box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0];
}

export function cocoFile(
  description: string,
  classes: readonly DatasetClass[],
  images: Blob,
  annotations: Blob,
  classFields: object = {},
): Blob {
  const categories = cocoCategories(classes).map((category) => ({ ...category, ...classFields }));
  return new Blob([
    `{"info":${JSON.stringify({ description, version: '1.0' })},"licenses":[],`,
    `"categories":${JSON.stringify(categories)},\n"images":`,
    images,
    ',\n"annotations":',
    annotations,
    '}\n',
  ]);
}

/** Area and box are those of the pixels which the segmentation fills. */
function annotationOf(object: LabelledObject, { shapes, tolerance }: WriteOptions) {
  const { score, note } = object;
  const isCrowd = object.attributes.some(isCrowdMark);
  const own = object.attributes.filter((attribute) => !isCrowdMark(attribute));
  const attributes = withReviewAttributes(own, object.review);
  // A crowd has run lengths, always.
  const isDrawn = shapes === 'polygons' && !isCrowd;
  const drawn = isDrawn ? drawPolygons(object.mask, tolerance) : null;
  const mask = drawn?.mask ?? object.mask;
  return {
    segmentation: drawn
      ? partRings(drawn.polygons).map((ring) => [...ring])
      : {
          size: [mask.size.height, mask.size.width],
          counts: compressCounts(cocoCounts(mask)),
        },
    area: maskArea(mask),
    bbox: cocoBox(mask),
    iscrowd: isCrowd ? 1 : 0,
    ...(score === null ? {} : { score }),
    ...(note ? { note } : {}),
    ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
  };
}
