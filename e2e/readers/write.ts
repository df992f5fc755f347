import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FormatId } from '../../src/formats/formats.ts';
import type { Dataset } from '../../src/formats/testing/arbitrary.ts';
import { HOSTILE_CLASSES } from '../../src/formats/testing/class-names.ts';
import { EXACT, writeAll } from '../../src/formats/testing/round-trip.ts';
import { WRITERS } from '../../src/formats/writers.ts';
import { placesOf } from '../../src/formats/writing/places.ts';
import type { WriteOptions } from '../../src/formats/writing/writer.ts';
import { dataYaml } from '../../src/formats/yolo/data-yaml.ts';
import { greyPhoto, makeDataset } from './scene.ts';

interface Variant {
  readonly format: FormatId;
  readonly options?: Partial<WriteOptions>;
  readonly valShare?: number;
}

/** By folder: what the readers are tried on. */
const VARIANTS: Readonly<Record<string, Variant>> = {
  coco: { format: 'coco' },
  'coco-masks': { format: 'coco', options: { shapes: 'masks' } },
  'coco-simple': { format: 'coco', options: { tolerance: 1 } },
  'coco-panoptic': { format: 'coco-panoptic' },
  'yolo-segment': { format: 'yolo-segment', valShare: 0.25 },
  'yolo-detect': { format: 'yolo-detect', valShare: 0.25 },
  'yolo-obb': { format: 'yolo-obb', valShare: 0.25 },
  voc: { format: 'voc' },
  labelme: { format: 'labelme' },
  'labelme-masks': { format: 'labelme', options: { shapes: 'masks' } },
  cvat: { format: 'cvat' },
  'cvat-masks': { format: 'cvat', options: { shapes: 'masks' } },
  'label-studio': { format: 'label-studio' },
  'label-studio-masks': { format: 'label-studio', options: { shapes: 'masks' } },
  datumaro: { format: 'datumaro' },
  'datumaro-masks': { format: 'datumaro', options: { shapes: 'masks' } },
  csv: { format: 'csv' },
  'png-objects': { format: 'png-objects' },
  'png-instances': { format: 'png-instances' },
  'png-classes': { format: 'png-classes' },
};

/** Writes the same data set in every format below the folder, and beside them what is in it. */
async function writeVariants(folder: string): Promise<void> {
  const dataset = makeDataset();
  save(join(folder, 'truth.json'), JSON.stringify(truthOf(dataset)));
  save(join(folder, 'hostile', 'classes.json'), JSON.stringify(HOSTILE_CLASSES));
  save(join(folder, 'hostile', 'data.yaml'), dataYaml(new Set(['train']), HOSTILE_CLASSES));
  for (const [name, { format, options, valShare = 0 }] of Object.entries(VARIANTS)) {
    const all = { ...EXACT, ...options };
    const create = WRITERS[format];
    const files = await writeAll(create, dataset, all, valShare);
    for (const [path, bytes] of files) save(join(folder, name, path), bytes);
    const places = placesOf({ head: dataset, endings: [], valShare });
    const writer = create(dataset, places, all);
    for (const place of places) {
      const path = writer.photoPath(place);
      if (path) save(join(folder, name, path), greyPhoto(place.size));
    }
  }
}

function truthOf(dataset: Dataset) {
  const photos = placesOf({ head: dataset, endings: [], valShare: 0 }).map(({ file, size }, i) => ({
    file: file.name,
    ...size,
    objects: dataset.labels[i]?.objects.map(({ classIndex, mask, score, note }) => ({
      class: classIndex,
      runs: [...mask.runs],
      score,
      note,
    })),
  }));
  return { classes: dataset.classes.map(({ name }) => name), photos };
}

function save(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: tsx e2e/readers/write.ts FOLDER');
await writeVariants(folder);
