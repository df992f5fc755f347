import * as v from 'valibot';
import { FormatError } from '../problems.ts';
import type { FoundPhoto, Reading } from '../reading/reading.ts';
import { expectShape, Name, optional } from '../text/json.ts';
import { addAnnotation, CocoAnnotation, type CocoCatalog } from './read.ts';

const Result = v.object({ ...CocoAnnotation.entries, file_name: optional(Name) });

export function isCocoResults(json: unknown): boolean {
  return (
    Array.isArray(json) &&
    v.is(v.looseObject({ image_id: v.unknown(), category_id: v.unknown() }), json[0])
  );
}

/**
 * What a model found, as COCO's evaluation takes it: a list without photos and classes. These come
 * from the files of COCO's beside it; else an id is the photo's name, as many trainers write it, or
 * the only photo is meant.
 */
export function readCocoResults(
  file: string,
  json: unknown,
  catalogs: readonly CocoCatalog[],
  reading: Reading,
): void {
  for (const [i, item] of expectShape(v.array(v.unknown()), json).entries()) {
    reading.attempt(file, () => {
      const result = expectShape(Result, item, `${i}`);
      const photo = photoOf(file, result, catalogs, reading);
      const number = String(result.category_id);
      const named = catalogs.find(({ classes }) => classes.has(number))?.classes.get(number);
      if (photo) addAnnotation(file, result, photo, named ?? `class ${number}`, reading);
    });
  }
}

/** As COCO's photos are called, "000000139.jpg" with zeros up to this length. */
const COCO_DIGITS = 12;

function photoOf(
  file: string,
  { image_id, file_name }: v.InferOutput<typeof Result>,
  catalogs: readonly CocoCatalog[],
  reading: Reading,
): FoundPhoto | null {
  const id = String(image_id);
  const listed = catalogs.find(({ photos }) => photos.has(id));
  if (listed) return listed.photos.get(id) ?? null;
  const names = [file_name ?? id, id, id.padStart(COCO_DIGITS, '0')];
  const known = names.find((name) => reading.knowsPhoto(file, name, null));
  const photo =
    known === undefined ? reading.onlyPhoto(file) : reading.findPhoto(file, known, null);
  if (!photo) throw new FormatError({ kind: 'unknown-photo' });
  return photo;
}
