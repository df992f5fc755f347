import * as v from 'valibot';
import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { attributesFrom, expectShape, LooseNumber, Name, optional, sizeFrom } from '../json.ts';
import { checkedSize, LIMITS } from '../limits.ts';
import { isFlat, ringFrom } from '../points.ts';
import { maskFromBox, maskFromLooseRings } from '../polygon-masks.ts';
import { FormatError, orProblem } from '../problems.ts';
import type { FoundPhoto, Reading } from '../reading.ts';
import { expandCounts, maskFromCocoCounts } from './rle.ts';

const Id = v.union([v.number(), v.string()]);
const List = v.nullish(v.array(v.unknown()), []);

const CocoFile = v.object({
  images: v.array(v.unknown()),
  annotations: v.array(v.unknown()),
  categories: v.nullish(v.array(v.object({ id: Id, name: Name })), []),
});

const CocoImage = v.object({
  id: Id,
  file_name: Name,
  width: v.optional(v.unknown()),
  height: v.optional(v.unknown()),
  tags: v.fallback(v.array(Name), []),
});

const CocoRle = v.object({
  size: v.tuple([v.number(), v.number()]),
  counts: v.union([v.string(), v.custom<number[]>((value) => Array.isArray(value))]),
});

const CocoAnnotation = v.object({
  image_id: Id,
  category_id: Id,
  segmentation: v.optional(v.unknown()),
  bbox: List,
  keypoints: List,
  score: optional(LooseNumber),
  note: optional(v.string()),
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
      if (photo) addObject(file, annotation, photo, className, reading);
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
      const photo = reading.findPhoto(file, file_name, sizeFrom(width, height));
      photos.set(String(id), photo);
      if (photo) for (const tag of tags) reading.addTag(photo, tag);
    });
  }
  return photos;
}

function addObject(
  file: string,
  annotation: CocoAnnotation,
  photo: FoundPhoto,
  className: string,
  reading: Reading,
): void {
  const { score, note, attributes, segmentation, bbox, keypoints } = annotation;
  const drawn = maskFromSegmentation(segmentation, photo.size, () =>
    reading.note(file, { kind: 'broken-ring' }),
  );
  const hasRings = Array.isArray(segmentation) && segmentation.length > 0;
  if (!drawn && hasRings && bbox.length === 0) throw new FormatError({ kind: 'bad-polygon' });
  reading.addObject(photo, {
    className,
    mask: drawn ?? maskFromCocoBox(bbox, photo.size),
    isBox: drawn === null,
    score,
    note: note ?? '',
    attributes: attributesFrom(attributes),
  });
  if (keypoints.some((value) => value !== 0)) reading.note(file, { kind: 'keypoints' });
}

/** Null where there is none, or only rings that enclose nothing, as tools write for a box alone. */
function maskFromSegmentation(
  segmentation: unknown,
  size: Size,
  onBroken: () => void,
): Mask | null {
  if (!Array.isArray(segmentation)) {
    if (segmentation == null || isEmpty(segmentation)) return null;
    return maskFromRle(expectShape(CocoRle, segmentation, 'segmentation'), size);
  }
  // One polygon, its brackets forgotten.
  const rings = isFlat(segmentation) ? [segmentation] : segmentation;
  return maskFromLooseRings(rings.map(ringFrom), size, onBroken);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Left, top, width, height. */
function maskFromCocoBox(bbox: readonly unknown[], size: Size): Mask {
  const box = v.safeParse(v.looseTuple([LooseNumber, LooseNumber, LooseNumber, LooseNumber]), bbox);
  if (!box.success) throw new FormatError({ kind: 'unexpected', at: 'segmentation' });
  const [x, y, width, height] = box.output;
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
