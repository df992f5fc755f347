import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { vocColor } from '../../formats/classes/colors.ts';
import { largestId } from '../../formats/coco/ids.ts';
import { createCocoWriter } from '../../formats/coco/write.ts';
import type { DatasetHead } from '../../formats/dataset.ts';
import type { ReadClass } from '../../formats/reading/result.ts';
import { placesOf } from '../../formats/writing/places.ts';
import type { DonePhoto, Journal } from './journal.ts';

/** Exact masks, and no copies of photos. */
const OPTIONS = { shapes: 'masks', tolerance: 0, includesPhotos: false, feather: 0 } as const;

/** The data set of all photos that are done, ordered by name; the paths of its files. */
export async function writeCoco(
  folder: string,
  name: string,
  journal: Journal,
  classes: readonly Pick<ReadClass, 'name' | 'coco'>[],
): Promise<string[]> {
  const head = headOf(name, journal.photos(), classes);
  const places = placesOf({ head, endings: [], valShare: 0 });
  const writer = createCocoWriter(head, places, OPTIONS);
  const indexes = new Map(head.classes.map((one, index) => [one.name, index]));
  let next = 0;
  for (const { objects } of journal.photos()) {
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

/** There once it is whole: half a file never stands in its place. */
async function writeWhole(path: string, content: Blob): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  const stream = content.stream() as ReadableStream;
  await pipeline(Readable.fromWeb(stream), createWriteStream(unfinished));
  await rename(unfinished, path);
}
