import type { LabelledObject, PhotoLabels } from '../dataset.ts';
import { createReading, type Reading } from '../reading/reading.ts';
import type { ReadResult } from '../reading/result.ts';
import { placesOf } from '../writing/places.ts';
import type { CreateWriter, OutFile, Picture, WriteOptions } from '../writing/writer.ts';
import type { Dataset } from './arbitrary.ts';

export const EXACT: WriteOptions = {
  shapes: 'polygons',
  tolerance: 0,
  includesPhotos: true,
  feather: 0,
};

/** All files of a data set, by path. */
export async function writeAll(
  create: CreateWriter,
  dataset: Dataset,
  options: WriteOptions = EXACT,
  valShare = 0,
  picture: Picture | null = null,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const places = placesOf({ head: dataset, endings: [], valShare });
  const writer = create(dataset, places, options);
  const files: OutFile[] = [];
  for (const [i, place] of places.entries()) {
    const labels = dataset.labels[i] ?? { objects: [], tags: [] };
    for await (const file of writer.addPhoto(place, labels, picture)) files.push(file);
  }
  files.push(...writer.finish());
  const all = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { path, content } of files) {
    if (all.has(path)) throw new Error(`${path} was written twice`);
    all.set(path, new Uint8Array(await new Blob([content]).arrayBuffer()));
  }
  return all;
}

export function readWith(dataset: Dataset, read: (reading: Reading) => void): ReadResult {
  const reading = createReading(dataset.photos);
  read(reading);
  return reading.result();
}

/** What came back, in the shape of the data set's own labels, to be compared with them; without ids of COCO's. */
export function labelsFrom(dataset: Dataset, { photos }: ReadResult): PhotoLabels[] {
  const names = dataset.classes.map(({ name }) => name);
  return dataset.photos.map((_, i) => {
    const { objects = [], tags = [], review } = photos.find(({ photo }) => photo === i) ?? {};
    return {
      objects: objects.map(
        ({ className, cocoId: _, ...object }): LabelledObject => ({
          classIndex: names.indexOf(className),
          ...object,
        }),
      ),
      tags,
      ...(review === undefined ? {} : { review }),
    };
  });
}

export function textOf(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>, path: string): string {
  const file = files.get(path);
  if (!file) throw new Error(`no ${path} among ${[...files.keys()].join(', ')}`);
  return new TextDecoder().decode(file);
}
