import * as v from 'valibot';
import { FormatError } from '../problems.ts';
import type { FoundPhoto, Reading } from '../reading/reading.ts';
import { ReviewFields, splitReview } from '../reviews.ts';
import {
  attributesFrom,
  expectShape,
  LooseNumber,
  Name,
  optional,
  sizeFrom,
} from '../text/json.ts';
import { CROWD, isCrowdMark } from './crowd.ts';
import { keptId } from './ids.ts';
import { maskFromCocoBox, maskFromSegmentation } from './masks.ts';

/** What annotations refer to by id. */
export interface CocoCatalog {
  readonly classes: ReadonlyMap<string, string>;
  /** Null for photos that are listed but not known. */
  readonly photos: ReadonlyMap<string, FoundPhoto | null>;
}

export const Id = v.union([v.number(), v.string()]);
const List = v.nullish(v.array(v.unknown()), []);

const CocoImage = v.object({
  id: Id,
  file_name: Name,
  width: v.optional(v.unknown()),
  height: v.optional(v.unknown()),
  tags: v.fallback(v.array(Name), []),
  review: ReviewFields,
});

export const CocoAnnotation = v.object({
  id: v.optional(v.unknown()),
  image_id: Id,
  category_id: Id,
  segmentation: v.optional(v.unknown()),
  bbox: List,
  keypoints: List,
  iscrowd: optional(v.union([LooseNumber, v.boolean()])),
  score: optional(LooseNumber),
  note: optional(v.string()),
  attributes: v.optional(v.unknown()),
});
export type CocoAnnotation = v.InferOutput<typeof CocoAnnotation>;

/** Annotations between two words of how far it is. */
const STRIDE = 1000;

/** COCO instances: polygons, run lengths of either form, or boxes alone. */
export function readCoco(file: string, json: unknown, reading: Reading): CocoCatalog {
  const { annotations, ...catalog } = readHead(file, json, reading);
  for (const [i, item] of annotations.entries()) {
    if (i % STRIDE === STRIDE - 1) reading.progress(i / annotations.length);
    reading.attempt(file, () => addObject(file, item, `annotations.${i}`, catalog, reading));
  }
  return catalog;
}

const CocoFile = v.object({
  images: v.array(v.unknown()),
  annotations: v.array(v.unknown()),
  categories: v.nullish(
    v.array(v.object({ id: Id, name: Name, supercategory: v.fallback(v.string(), '') })),
    [],
  ),
});

/** All of a file of COCO's but its annotations. */
export function readHead(
  file: string,
  json: unknown,
  reading: Reading,
): CocoCatalog & { readonly annotations: readonly unknown[] } {
  const { images, annotations, categories } = expectShape(CocoFile, json);
  const classes = new Map(categories.map(({ id, name }) => [String(id), name]));
  for (const { id, name, supercategory } of categories) {
    const own = keptId(id);
    reading.addClass(name, null, own === undefined ? own : { id: own, supercategory });
  }
  return { classes, photos: findPhotos(file, images, reading), annotations };
}

/** By image id; null for images that are listed but not open. */
function findPhotos(
  file: string,
  images: readonly unknown[],
  reading: Reading,
): Map<string, FoundPhoto | null> {
  const photos = new Map<string, FoundPhoto | null>();
  for (const [i, item] of images.entries()) {
    reading.attempt(file, () => {
      const image = expectShape(CocoImage, item, `images.${i}`);
      const { id, file_name, width, height, tags, review } = image;
      const photo = reading.findPhoto(file, file_name, sizeFrom(width, height));
      photos.set(String(id), photo);
      if (!photo) return;
      reading.setCocoId(photo, keptId(id));
      reading.setReview(photo, review);
      for (const tag of tags) reading.addTag(photo, tag);
    });
  }
  return photos;
}

function addObject(
  file: string,
  item: unknown,
  at: string,
  { classes, photos }: CocoCatalog,
  reading: Reading,
): void {
  const annotation = expectShape(CocoAnnotation, item, at);
  const photo = photos.get(String(annotation.image_id));
  if (photo === undefined) throw new FormatError({ kind: 'unknown-photo' });
  // A file without any categories numbers its classes.
  const number = String(annotation.category_id);
  const className = classes.size === 0 ? `class ${number}` : classes.get(number);
  if (className === undefined) throw new FormatError({ kind: 'unknown-class' });
  if (photo) addAnnotation(file, annotation, photo, className, reading);
}

/** As a file of COCO's or a list of results has it. */
export function addAnnotation(
  file: string,
  { score, note, segmentation, bbox, keypoints, ...rest }: CocoAnnotation,
  photo: FoundPhoto,
  className: string,
  reading: Reading,
): void {
  const drawn = maskFromSegmentation(segmentation, photo.size, (kind) =>
    reading.note(file, { kind }),
  );
  const given = attributesFrom(rest.attributes).filter((each) => !isCrowdMark(each));
  const { attributes, ...reviewed } = splitReview(given);
  const hasRings = Array.isArray(segmentation) && segmentation.length > 0;
  if (!drawn && hasRings && bbox.length === 0) throw new FormatError({ kind: 'bad-polygon' });
  reading.addObject(photo, {
    className,
    mask: drawn ?? maskFromCocoBox(bbox, photo.size),
    isBox: drawn === null,
    score,
    note: note ?? '',
    attributes: Number(rest.iscrowd ?? 0) === 1 ? [...attributes, CROWD] : attributes,
    ...reviewed,
    cocoId: keptId(rest.id),
  });
  if (keypoints.some((value) => value !== 0)) reading.note(file, { kind: 'keypoints' });
}
