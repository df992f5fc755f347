import * as v from 'valibot';
import { maskFromSegmentation } from '../coco/masks.ts';
import { UNNAMED_CLASS } from '../dataset.ts';
import { FormatError } from '../problems.ts';
import type { Reading } from '../reading/reading.ts';
import { expectShape, LooseNumber, optional, sizeFrom } from '../text/json.ts';

const Sa1bFile = v.object({
  image: v.object({ file_name: v.string(), width: v.unknown(), height: v.unknown() }),
  annotations: v.array(v.unknown()),
});

const Annotation = v.object({ segmentation: v.unknown(), predicted_iou: optional(LooseNumber) });

export function isSa1b(json: unknown): boolean {
  return v.is(
    v.object({
      image: v.looseObject({ file_name: v.string() }),
      annotations: v.array(v.unknown()),
    }),
    json,
  );
}

/** Segment Anything's data set: one photo's masks, without classes. */
export function readSa1b(file: string, json: unknown, reading: Reading): void {
  const { image, annotations } = expectShape(Sa1bFile, json);
  const photo = reading.findPhoto(file, image.file_name, sizeFrom(image.width, image.height));
  for (const [i, item] of photo ? annotations.entries() : []) {
    reading.attempt(file, () => {
      const { segmentation, predicted_iou } = expectShape(Annotation, item, `annotations.${i}`);
      const mask =
        photo &&
        maskFromSegmentation(segmentation, photo.size, (kind) => reading.note(file, { kind }));
      if (!mask) throw new FormatError({ kind: 'bad-counts' });
      reading.addObject(photo, { className: UNNAMED_CLASS, mask, score: predicted_iou });
    });
  }
}
