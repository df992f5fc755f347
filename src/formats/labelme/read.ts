import * as v from 'valibot';
import type { Size } from '../../geometry/spaces.ts';
import { maskFromBitmap } from '../../mask/bitmap.ts';
import { uniteMasks } from '../../mask/combine.ts';
import { placeMask } from '../../mask/crop.ts';
import type { Mask } from '../../mask/mask.ts';
import { baseName } from '../photos/file-names.ts';
import { decodeMaskPng } from '../png/decode.ts';
import { FormatError } from '../problems.ts';
import type { FoundPhoto, Reading } from '../reading/reading.ts';
import { splitReview } from '../reviews.ts';
import { ringFrom } from '../shapes/points.ts';
import { maskFromBox, maskFromPolygons } from '../shapes/polygon-masks.ts';
import { ellipseRing } from '../shapes/rings.ts';
import { bytesFromBase64 } from '../text/base64.ts';
import {
  attributesFrom,
  expectShape,
  LooseNumber,
  Name,
  optional,
  sizeFrom,
} from '../text/json.ts';
import { embeddedPhoto } from './embedded.ts';

const LabelmeFile = v.object({
  imagePath: v.nullish(v.string(), ''),
  imageData: v.optional(v.unknown()),
  imageHeight: v.optional(v.unknown()),
  imageWidth: v.optional(v.unknown()),
  flags: v.optional(v.unknown()),
  shapes: v.nullish(v.array(v.unknown()), []),
});

const LabelmeShape = v.object({
  label: Name,
  points: v.pipe(v.unknown(), v.transform(ringFrom)),
  shape_type: v.nullish(v.string(), 'polygon'),
  group_id: optional(Name),
  description: optional(v.string()),
  mask: v.nullish(v.string()),
  score: optional(LooseNumber),
  attributes: v.optional(v.unknown()),
});
type LabelmeShape = v.InferOutput<typeof LabelmeShape>;

interface Drawn {
  readonly shape: LabelmeShape;
  readonly mask: Mask;
}

/** One photo's LabelMe file; shapes of one label in one group are parts of one object. */
export async function readLabelme(file: string, json: unknown, reading: Reading): Promise<void> {
  const { imagePath, imageData, imageWidth, imageHeight, flags, shapes } = expectShape(
    LabelmeFile,
    json,
  );
  const size = sizeFrom(imageWidth, imageHeight);
  const stem = baseName(file).replace(/\.json$/i, '');
  const name = imagePath || stem;
  // Files are renamed and what stands in them is not.
  const isKnown = [name, stem].some((each) => reading.knowsPhoto(file, each, size));
  const embedded = isKnown ? null : embeddedPhoto(file, name, imageData);
  const photo = embedded
    ? reading.bringPhoto(file, embedded.photo, embedded.content)
    : reading.findPhoto(file, name, size, [stem]);
  if (!photo) return;
  for (const [tag, isSet] of attributesFrom(flags)) if (isSet === true) reading.addTag(photo, tag);
  const groups = new Map<string, Drawn[]>();
  for (const [i, item] of shapes.entries()) {
    try {
      const shape = expectShape(LabelmeShape, item, `shapes.${i}`);
      const key = shape.group_id == null ? `${i}` : JSON.stringify([shape.group_id, shape.label]);
      const drawn = { shape, mask: await maskOf(shape, photo) };
      const group = groups.get(key);
      if (group) group.push(drawn);
      else groups.set(key, [drawn]);
    } catch (error) {
      reading.refuse(file, error);
    }
  }
  for (const group of groups.values()) {
    reading.attempt(file, () => addObject(group, photo, reading));
  }
}

function addObject(group: readonly Drawn[], photo: FoundPhoto, reading: Reading): void {
  const [first] = group;
  if (!first) return;
  const { label, description, score, attributes, shape_type } = first.shape;
  const masks = group.map(({ mask }) => mask);
  reading.addObject(photo, {
    className: label,
    mask: uniteMasks(masks, photo.size),
    isBox: group.length === 1 && shape_type === 'rectangle',
    score,
    note: description ?? '',
    ...splitReview(attributesFrom(attributes)),
  });
}

/** X-AnyLabeling's own shapes and rectangles of four corners among them. */
async function maskOf(
  { shape_type, points, mask }: LabelmeShape,
  { size }: FoundPhoto,
): Promise<Mask> {
  const [x0 = Number.NaN, y0 = Number.NaN, x1 = Number.NaN, y1 = Number.NaN] = points;
  switch (shape_type) {
    case 'polygon':
    case 'quadrilateral':
    case 'oriented_rectangle':
    case 'rotation':
      return maskFromPolygons([points], size);
    case 'rectangle': {
      if (points.length > 4) return maskFromPolygons([points], size);
      const [left, right] = [Math.min(x0, x1), Math.max(x0, x1)];
      const [top, bottom] = [Math.min(y0, y1), Math.max(y0, y1)];
      return maskFromBox({ x0: left, y0: top, x1: right, y1: bottom }, size);
    }
    case 'circle': {
      const radius = Math.hypot(x1 - x0, y1 - y0);
      return maskFromPolygons([ellipseRing({ x: x0, y: y0 }, radius, radius)], size);
    }
    case 'mask':
      return placeMask(
        await maskFromPng(mask ?? '', size),
        { x: Math.round(x0), y: Math.round(y0) },
        size,
      );
    default:
      throw new FormatError({ kind: 'unknown-shape', shape: shape_type });
  }
}

/** No larger than the photo, so a few lines can't ask for the work of many photos. */
async function maskFromPng(base64: string, photo: Size): Promise<Mask> {
  const bytes = bytesFromBase64(base64);
  if (!bytes) throw new FormatError({ kind: 'broken', as: 'PNG' });
  const { labels, size } = await decodeMaskPng(bytes, photo.width * photo.height);
  return maskFromBitmap(
    Uint8Array.from(labels, (label) => (label === 0 ? 0 : 1)),
    size,
  );
}
