import * as v from 'valibot';
import type { Size } from '../../geometry/spaces.ts';
import { maskFromBitmap } from '../../mask/bitmap.ts';
import { placeMask } from '../../mask/crop.ts';
import type { Mask } from '../../mask/mask.ts';
import { colorFromHex } from '../classes/colors.ts';
import { baseName } from '../photos/file-names.ts';
import { decodeMaskPng } from '../png/decode.ts';
import { FormatError } from '../problems.ts';
import type { Reading } from '../reading/reading.ts';
import { ringFrom } from '../shapes/points.ts';
import { maskFromBox, maskFromHoledPolygon } from '../shapes/polygon-masks.ts';
import { bytesFromBase64 } from '../text/base64.ts';
import { expectShape, LooseNumber, Name, optional, sizeFrom } from '../text/json.ts';
import { inflate } from './inflate.ts';

const Meta = v.object({
  classes: v.array(v.object({ title: Name, shape: v.string(), color: optional(v.string()) })),
});

const Tag = v.object({ name: Name });

const SuperviselyFile = v.object({
  size: v.object({ width: v.unknown(), height: v.unknown() }),
  objects: v.array(v.unknown()),
  tags: v.fallback(v.array(Tag), []),
});

const SuperviselyObject = v.object({
  classTitle: Name,
  geometryType: v.nullish(v.string(), 'polygon'),
  description: optional(v.string()),
  points: optional(
    v.object({ exterior: v.unknown(), interior: v.nullish(v.array(v.unknown()), []) }),
  ),
  bitmap: optional(v.object({ data: v.string(), origin: v.tuple([LooseNumber, LooseNumber]) })),
});

/** The list of a project's classes. */
export function isSuperviselyMeta(json: unknown): boolean {
  return v.is(Meta, json);
}

export function readSuperviselyMeta(json: unknown, reading: Reading): void {
  for (const { title, color } of expectShape(Meta, json).classes) {
    reading.addClass(title, colorFromHex(color ?? ''));
  }
}

export function isSupervisely(json: unknown): boolean {
  return v.is(v.object({ size: v.looseObject({}), objects: v.array(v.unknown()) }), json);
}

/** One photo's objects; the file is called as the photo, "a.jpg.json". */
export async function readSupervisely(
  file: string,
  json: unknown,
  reading: Reading,
): Promise<void> {
  const { size, objects, tags } = expectShape(SuperviselyFile, json);
  const name = baseName(file).replace(/\.json$/i, '');
  const photo = reading.findPhoto(file, name, sizeFrom(size.width, size.height));
  if (!photo) return;
  for (const tag of tags) reading.addTag(photo, tag.name);
  for (const [i, item] of objects.entries()) {
    try {
      const object = expectShape(SuperviselyObject, item, `objects.${i}`);
      const mask = await maskOf(object, photo.size);
      const { classTitle, description, geometryType } = object;
      const isBox = geometryType === 'rectangle';
      reading.addObject(photo, { className: classTitle, mask, isBox, note: description ?? '' });
    } catch (error) {
      reading.refuse(file, error);
    }
  }
}

async function maskOf(
  { geometryType, points, bitmap }: v.InferOutput<typeof SuperviselyObject>,
  size: Size,
): Promise<Mask> {
  const exterior = ringFrom(points?.exterior);
  switch (geometryType) {
    case 'polygon':
      return maskFromHoledPolygon([exterior, ...(points?.interior ?? []).map(ringFrom)], size);
    case 'rectangle': {
      const [x0 = Number.NaN, y0 = Number.NaN, x1 = Number.NaN, y1 = Number.NaN] = exterior;
      const [left, top] = [Math.min(x0, x1), Math.min(y0, y1)];
      // The last pixel belongs to it.
      return maskFromBox(
        { x0: left, y0: top, x1: Math.max(x0, x1) + 1, y1: Math.max(y0, y1) + 1 },
        size,
      );
    }
    case 'bitmap': {
      if (!bitmap) throw new FormatError({ kind: 'unexpected', at: 'bitmap' });
      const [x, y] = bitmap.origin;
      const cut = await maskFromPackedPng(bitmap.data, size);
      return placeMask(cut, { x: Math.round(x), y: Math.round(y) }, size);
    }
    default:
      throw new FormatError({ kind: 'unknown-shape', shape: geometryType });
  }
}

/** A PNG that is deflated once more, in base64. */
async function maskFromPackedPng(base64: string, photo: Size): Promise<Mask> {
  const packed = bytesFromBase64(base64);
  if (!packed) throw new FormatError({ kind: 'broken', as: 'PNG' });
  const pixels = photo.width * photo.height;
  const { labels, size } = await decodeMaskPng(await inflate(packed, 8 * pixels + 65_536), pixels);
  return maskFromBitmap(
    Uint8Array.from(labels, (label) => (label === 0 ? 0 : 1)),
    size,
  );
}
