import * as v from 'valibot';
import type { Reading } from '../reading/reading.ts';
import { maskFromBox } from '../shapes/polygon-masks.ts';
import { expectShape, LooseNumber, Name } from '../text/json.ts';

const Picture = v.object({
  /** Apple's own name, and the one that most tools write. */
  image: v.optional(v.string()),
  imagefilename: v.optional(v.string()),
  annotations: v.fallback(v.array(v.unknown()), []),
  annotation: v.fallback(v.array(v.unknown()), []),
});

const Box = v.object({
  label: Name,
  coordinates: v.object({
    x: LooseNumber,
    y: LooseNumber,
    width: LooseNumber,
    height: LooseNumber,
  }),
});

export function isCreateMl(json: unknown): boolean {
  if (!Array.isArray(json) || json.length === 0) return false;
  const annotated = v.union([
    v.object({ annotations: v.array(v.unknown()) }),
    v.object({ annotation: v.array(v.unknown()) }),
  ]);
  const named = v.union([v.object({ image: v.string() }), v.object({ imagefilename: v.string() })]);
  return v.is(v.intersect([annotated, named]), json[0]);
}

/** CreateML: boxes by their centre, in photo pixels. */
export function readCreateMl(file: string, json: unknown, reading: Reading): void {
  for (const [i, item] of expectShape(v.array(v.unknown()), json).entries()) {
    reading.attempt(file, () => {
      const picture = expectShape(Picture, item, `${i}`);
      const photo = reading.findPhoto(file, picture.image ?? picture.imagefilename ?? '', null);
      for (const annotation of photo ? [...picture.annotations, ...picture.annotation] : []) {
        reading.attempt(file, () => {
          const { label, coordinates } = expectShape(Box, annotation, `${i}.annotations`);
          const { x, y, width, height } = coordinates;
          const edges = {
            x0: x - width / 2,
            y0: y - height / 2,
            x1: x + width / 2,
            y1: y + height / 2,
          };
          if (photo) {
            const mask = maskFromBox(edges, photo.size);
            reading.addObject(photo, { className: label, mask, isBox: true });
          }
        });
      }
    });
  }
}
