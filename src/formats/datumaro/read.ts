import * as v from 'valibot';
import type { Size } from '../../geometry/spaces.ts';
import { uniteMasks } from '../../mask/combine.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskFromCocoBox, maskFromSegmentation } from '../coco/masks.ts';
import type { Rgb } from '../dataset.ts';
import { extrasFromAttributes } from '../extras.ts';
import { FormatError } from '../problems.ts';
import type { FoundPhoto, Reading } from '../reading/reading.ts';
import { splitReview } from '../reviews.ts';
import { ringFrom } from '../shapes/points.ts';
import { maskFromPolygons } from '../shapes/polygon-masks.ts';
import { ellipseRing } from '../shapes/rings.ts';
import {
  attributesFrom,
  expectShape,
  LooseNumber,
  Name,
  optional,
  sizeFrom,
} from '../text/json.ts';

const Byte = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255));
const Category = v.object({ label_id: v.number(), r: Byte, g: Byte, b: Byte });

const DatumaroFile = v.object({
  categories: v.object({
    label: v.object({ labels: v.array(v.object({ name: Name })) }),
    mask: optional(v.object({ colormap: v.array(Category) })),
  }),
  items: v.array(v.unknown()),
});

const Picture = v.object({
  path: optional(v.string()),
  size: optional(v.tuple([v.unknown(), v.unknown()])),
});

const Item = v.object({
  id: Name,
  image: optional(Picture),
  /** As newer versions call it. */
  media: optional(Picture),
  attr: v.optional(v.unknown()),
  annotations: v.nullish(v.array(v.unknown()), []),
});

const Annotation = v.object({
  type: v.string(),
  label_id: v.nullish(v.number()),
  group: v.nullish(v.number(), 0),
  z_order: v.nullish(v.number(), 0),
  points: v.optional(v.unknown()),
  bbox: v.nullish(v.array(v.unknown()), []),
  rle: v.optional(v.unknown()),
  attributes: v.optional(v.unknown()),
});

interface Drawn {
  readonly annotation: v.InferOutput<typeof Annotation>;
  readonly className: string;
  readonly mask: Mask;
}

export function isDatumaro(json: unknown): boolean {
  return v.is(v.object({ items: v.array(v.unknown()), categories: v.looseObject({}) }), json);
}

/** Datumaro's own JSON: masks, polygons, boxes and ellipses; labels of a whole photo as tags. */
export function readDatumaro(file: string, json: unknown, reading: Reading): void {
  const { categories, items } = expectShape(DatumaroFile, json);
  const names = categories.label.labels.map(({ name }) => name);
  const colors = new Map(
    categories.mask?.colormap.map(({ label_id, r, g, b }): [number, Rgb] => [label_id, [r, g, b]]),
  );
  for (const [i, name] of names.entries()) reading.addClass(name, colors.get(i) ?? null);
  for (const [i, item] of items.entries()) {
    reading.attempt(file, () => {
      const { id, image, media, attr, annotations } = expectShape(Item, item, `items.${i}`);
      const picture = image ?? media;
      const [height, width] = picture?.size ?? [];
      const photo = reading.findPhoto(file, picture?.path || id, sizeFrom(width, height), [id]);
      if (!photo) return;
      reading.setReview(photo, splitReview(attributesFrom(attr)).review);
      readItem(file, annotations, names, photo, reading);
    });
  }
}

function readItem(
  file: string,
  annotations: readonly unknown[],
  names: readonly string[],
  photo: FoundPhoto,
  reading: Reading,
): void {
  const groups = new Map<string, Drawn[]>();
  for (const [i, item] of annotations.entries()) {
    reading.attempt(file, () => {
      const annotation = expectShape(Annotation, item, `annotations.${i}`);
      const { type, label_id, group } = annotation;
      const className = names[label_id ?? -1];
      if (className === undefined) throw new FormatError({ kind: 'unknown-class' });
      if (type === 'label') return reading.addTag(photo, className);
      if (type === 'points') return reading.note(file, { kind: 'keypoints' });
      const drawn = {
        annotation,
        className,
        mask: maskOf(annotation, photo.size, (kind) => reading.note(file, { kind })),
      };
      const key = group === 0 ? `alone ${i}` : JSON.stringify([group, label_id]);
      const parts = groups.get(key);
      if (parts) parts.push(drawn);
      else groups.set(key, [drawn]);
    });
  }
  const rising = [...groups.values()].sort((a, b) => orderOf(a) - orderOf(b));
  for (const group of rising) reading.attempt(file, () => addObject(group, photo, reading));
}

function orderOf([first]: readonly Drawn[]): number {
  return first?.annotation.z_order ?? 0;
}

function addObject(group: readonly Drawn[], photo: FoundPhoto, reading: Reading): void {
  const [first] = group;
  if (!first) return;
  // Some sets keep the box beside the outline, in one group with it.
  const outlines = group.filter(({ annotation }) => annotation.type !== 'bbox');
  const shapes = outlines.length > 0 ? outlines : group;
  reading.addObject(photo, {
    className: first.className,
    mask: uniteMasks(
      shapes.map(({ mask }) => mask),
      photo.size,
    ),
    isBox: outlines.length === 0,
    ...extrasFromAttributes(attributesFrom(first.annotation.attributes)),
  });
}

function maskOf(
  { type, points, bbox, rle }: Drawn['annotation'],
  size: Size,
  onNote: Parameters<typeof maskFromSegmentation>[2],
): Mask {
  switch (type) {
    case 'polygon':
      return maskFromPolygons([ringFrom(points)], size);
    case 'bbox':
      return maskFromCocoBox(bbox, size);
    case 'mask': {
      const mask = maskFromSegmentation(rle, size, onNote);
      if (!mask) throw new FormatError({ kind: 'bad-counts' });
      return mask;
    }
    case 'ellipse': {
      const [x0, y0, x1, y1] = expectShape(Corners, points, 'points');
      const centre = { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
      return maskFromPolygons([ellipseRing(centre, (x1 - x0) / 2, (y1 - y0) / 2)], size);
    }
    default:
      throw new FormatError({ kind: 'unknown-shape', shape: type });
  }
}

const Corners = v.looseTuple([LooseNumber, LooseNumber, LooseNumber, LooseNumber]);
