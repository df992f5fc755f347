import * as v from 'valibot';
import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { attributesFrom, expectShape } from '../json.ts';
import { checkedSize, LIMITS } from '../limits.ts';
import { maskFromBox, maskFromPolygons } from '../polygon-masks.ts';
import { FormatError, orProblem } from '../problems.ts';
import type { FoundPhoto, Reading } from '../reading.ts';
import { expandCounts, maskFromCocoCounts } from './rle.ts';

const Id = v.union([v.number(), v.string()]);
const Numbers = v.custom<number[]>((value) => Array.isArray(value));

const CocoFile = v.object({
  images: v.array(v.unknown()),
  annotations: v.array(v.unknown()),
  categories: v.optional(v.array(v.object({ id: Id, name: v.string() })), []),
});

const CocoImage = v.object({
  id: Id,
  file_name: v.string(),
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  tags: v.optional(v.array(v.string()), []),
});

const CocoRle = v.object({
  size: v.tuple([v.number(), v.number()]),
  counts: v.union([v.string(), Numbers]),
});

const CocoAnnotation = v.object({
  image_id: Id,
  category_id: Id,
  segmentation: v.optional(v.union([v.array(Numbers), CocoRle]), []),
  bbox: v.optional(v.array(v.number())),
  score: v.nullish(v.number()),
  note: v.optional(v.string()),
  attributes: v.optional(v.unknown()),
});
type CocoAnnotation = v.InferOutput<typeof CocoAnnotation>;

/** COCO instances: polygons, run lengths of either form, or boxes alone. */
export function readCoco(file: string, json: unknown, reading: Reading): void {
  const coco = expectShape(CocoFile, json);
  const classes = new Map(coco.categories.map(({ id, name }) => [String(id), name]));
  for (const name of classes.values()) reading.addClass(name);
  const photos = findPhotos(file, coco.images, reading);
  for (const [i, item] of coco.annotations.entries()) {
    reading.attempt(file, () => {
      const annotation = expectShape(CocoAnnotation, item, `annotations.${i}`);
      const photo = photos.get(String(annotation.image_id));
      if (photo === undefined) throw new FormatError({ kind: 'unknown-photo' });
      const className = classes.get(String(annotation.category_id));
      if (className === undefined) throw new FormatError({ kind: 'unknown-class' });
      if (photo) addObject(annotation, photo, className, reading);
    });
  }
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
      const { id, file_name, width, height, tags } = expectShape(CocoImage, item, `images.${i}`);
      const size = width !== undefined && height !== undefined ? { width, height } : null;
      const photo = reading.findPhoto(file, file_name, size);
      photos.set(String(id), photo);
      if (photo) for (const tag of tags) reading.addTag(photo, tag);
    });
  }
  return photos;
}

function addObject(
  annotation: CocoAnnotation,
  photo: FoundPhoto,
  className: string,
  reading: Reading,
): void {
  const { score, note, attributes, segmentation } = annotation;
  const mask = maskOf(annotation, photo.size);
  reading.addObject(photo, {
    className,
    mask,
    isBox: Array.isArray(segmentation) && segmentation.length === 0,
    score,
    note,
    attributes: attributesFrom(attributes),
  });
}

function maskOf({ segmentation, bbox }: CocoAnnotation, size: Size): Mask {
  if (!Array.isArray(segmentation)) return maskFromRle(segmentation, size);
  if (segmentation.length > 0) return maskFromPolygons(segmentation, size);
  const [x, y, width, height] = bbox ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    throw new FormatError({ kind: 'unexpected', at: 'segmentation' });
  }
  return maskFromBox({ x0: x, y0: y, x1: x + width, y1: y + height }, size);
}

/** Run lengths of another size than the photo's can't be told from broken ones, so both are refused. */
function maskFromRle({ size, counts }: v.InferOutput<typeof CocoRle>, photo: Size): Mask {
  const [height, width] = size;
  const own = checkedSize(width, height);
  if (own.width !== photo.width || own.height !== photo.height) {
    throw new FormatError({ kind: 'other-size', found: own, photo });
  }
  if (counts.length > LIMITS.pixels) throw new FormatError({ kind: 'too-complicated' });
  return orProblem({ kind: 'bad-counts' }, () =>
    maskFromCocoCounts(typeof counts === 'string' ? expandCounts(counts) : counts, own),
  );
}
