import { join } from 'node:path';
import { vocColor } from '../../formats/classes/colors.ts';
import { largestId } from '../../formats/coco/ids.ts';
import { createCocoWriter } from '../../formats/coco/write.ts';
import type { DatasetHead } from '../../formats/dataset.ts';
import type { ReadClass } from '../../formats/reading/result.ts';
import { placesOf } from '../../formats/writing/places.ts';
import type { DonePhoto } from './done-photo.ts';
import type { Journal } from './journal.ts';
import { writeWhole } from './write-whole.ts';

/** Exact masks, and no copies of photos. */
const OPTIONS = { shapes: 'masks', tolerance: 0, includesPhotos: false, feather: 0 } as const;

/** The data set of all photos that are done, ordered by name; the paths of its files. */
export async function writeCoco(
  folder: string,
  name: string,
  journal: Journal<DonePhoto>,
  classes: readonly Pick<ReadClass, 'name' | 'coco'>[],
): Promise<string[]> {
  const head = headOf(name, journal.entries(), classes);
  const places = placesOf({ head, endings: [], valShare: 0 });
  const writer = createCocoWriter(head, places, OPTIONS);
  const indexes = new Map(head.classes.map((one, index) => [one.name, index]));
  let next = 0;
  for (const { objects } of journal.entries()) {
    const place = places[next++];
    if (!place) break;
    const labelled = objects.map(({ className, ...object }) => {
      return { ...object, classIndex: indexes.get(className) ?? 0 };
    });
    writer.addPhoto(place, { objects: labelled, tags: [] }, null);
  }
  const written: string[] = [];
  for (const { path, content } of writer.finish()) {
    const target = join(folder, path);
    await writeWhole(target, new Blob([content]));
    written.push(target);
  }
  return written;
}

function headOf(
  name: string,
  done: Iterable<DonePhoto>,
  classes: readonly Pick<ReadClass, 'name' | 'coco'>[],
): DatasetHead {
  const photos: DatasetHead['photos'][number][] = [];
  let largestObjectId = 0;
  for (const { photo, size, cocoId, objects } of done) {
    photos.push({ name: photo, size, ...(cocoId === undefined ? {} : { cocoId }) });
    largestObjectId = Math.max(largestObjectId, largestId(objects.map((each) => each.cocoId)));
  }
  const coloured = classes.map((one, i) => ({ ...one, color: vocColor(i + 1) }));
  return { name, classes: coloured, photos, largestObjectId };
}
