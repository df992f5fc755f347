import * as v from 'valibot';
import type { MaskPng } from '../png/decode.ts';
import { masksByLabel } from '../png/masks-by-label.ts';
import { FormatError } from '../problems.ts';
import type { FoundPhoto, Reading } from '../reading/reading.ts';
import { expectShape, LooseNumber, optional } from '../text/json.ts';
import { CROWD } from './crowd.ts';
import { keptId } from './ids.ts';
import { Id, readHead } from './read.ts';

const Annotation = v.object({
  image_id: Id,
  file_name: v.string(),
  segments_info: v.array(
    v.object({
      id: v.number(),
      category_id: Id,
      iscrowd: optional(v.union([LooseNumber, v.boolean()])),
    }),
  ),
});

export function isPanoptic(json: unknown): boolean {
  const segmented = v.looseObject({ segments_info: v.array(v.unknown()) });
  const file = v.looseObject({ images: v.array(v.unknown()), annotations: v.array(v.unknown()) });
  return v.is(file, json) && v.is(segmented, json.annotations[0]);
}

/** COCO panoptic; `pngOf` gives the picture of segments that an annotation names, or null. */
export async function readPanoptic(
  file: string,
  json: unknown,
  pngOf: (name: string) => Promise<MaskPng | null>,
  reading: Reading,
): Promise<void> {
  const { annotations, classes, photos } = readHead(file, json, reading);
  for (const [i, item] of annotations.entries()) {
    try {
      const annotation = expectShape(Annotation, item, `annotations.${i}`);
      const photo = photos.get(String(annotation.image_id));
      if (photo === undefined) throw new FormatError({ kind: 'unknown-photo' });
      if (!photo) continue;
      const png = await pngOf(annotation.file_name);
      if (!png) throw new FormatError({ kind: 'no-picture', name: annotation.file_name });
      addSegments({ file, classes, reading }, annotation, png, photo);
    } catch (error) {
      reading.refuse(file, error);
    }
  }
}

interface Context {
  readonly file: string;
  /** Names by id. */
  readonly classes: ReadonlyMap<string, string>;
  readonly reading: Reading;
}

function addSegments(
  { file, classes, reading }: Context,
  { segments_info }: v.InferOutput<typeof Annotation>,
  png: MaskPng,
  photo: FoundPhoto,
): void {
  const masks = masksByLabel(png);
  for (const { id, category_id, iscrowd } of segments_info) {
    reading.attempt(file, () => {
      const className = classes.get(String(category_id));
      if (className === undefined) throw new FormatError({ kind: 'unknown-class' });
      const mask = masks.get(id);
      if (!mask) throw new FormatError({ kind: 'empty-object' });
      const attributes = Number(iscrowd ?? 0) === 1 ? [CROWD] : [];
      reading.addObject(photo, { className, mask, attributes, cocoId: keptId(id) });
    });
  }
}
