import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { DatasetClass } from '../dataset.ts';
import { anyDataset, type Dataset } from '../testing/arbitrary.ts';
import { ring, ringOn } from '../testing/ring.ts';
import { EXACT, labelsFrom, readWith, textOf, writeAll } from '../testing/round-trip.ts';
import { readCoco } from './read.ts';
import { createCocoWriter } from './write.ts';

// Many masks are written and read.
vi.setConfig({ testTimeout: 60_000 });

const PATH = 'annotations/instances_default.json';

async function jsonOf(dataset: Dataset, options = EXACT) {
  return textOf(await writeAll(createCocoWriter, dataset, options), PATH);
}

describe.each(['polygons', 'masks'] as const)('COCO with %s', (shapes) => {
  test('comes back pixel by pixel, with everything else', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (dataset) => {
        const text = await jsonOf(dataset, { ...EXACT, shapes });
        const read = readWith(dataset, (reading) => readCoco('file', JSON.parse(text), reading));
        expect(read.skipped).toEqual([]);
        expect(read.unmatched).toEqual([]);
        expect(read.classes.map(({ name }) => name)).toEqual(
          dataset.classes.map(({ name }) => name),
        );
        expect(labelsFrom(dataset, read)).toEqual(dataset.labels);
      }),
    );
  });
});
test('ids start at 1, area counts pixels, the box is left, top, width, height', async () => {
  const coco = JSON.parse(await jsonOf(ringOn('a.jpg')));
  expect(coco.images).toEqual([{ id: 1, file_name: 'a.jpg', width: 5, height: 4 }]);
  expect(coco.categories.map((category: object) => ({ ...category, color: 0 }))).toEqual([
    { id: 1, name: 'dot', supercategory: '', color: 0 },
    { id: 2, name: 'ring', supercategory: '', color: 0 },
  ]);
  expect(coco.annotations[0]).toMatchObject({
    id: 1,
    image_id: 1,
    category_id: 2,
    area: 8,
    bbox: [1, 1, 3, 3],
    iscrowd: 0,
    score: 0.5,
  });
});

describe('what a COCO file says', () => {
  const file = {
    images: [{ id: 397_133, file_name: 'val/a.jpg', width: 5, height: 4 }],
    categories: [
      { id: 1, name: 'person', supercategory: 'human' },
      { id: 90, name: 'toothbrush', supercategory: 'indoor' },
      { id: 0, name: 'none' },
    ],
    annotations: [
      {
        ...{ id: 82_445, image_id: 397_133, category_id: 90, iscrowd: 1 },
        segmentation: { size: [4, 5], counts: [5, 2, 13] },
      },
      { id: 'b7', image_id: 397_133, category_id: 0, segmentation: [[0, 0, 2, 0, 2, 2]] },
    ],
  };
  const written = async () => {
    const [photo] = ringOn('val/a.jpg').photos;
    const read = readWith({ ...ringOn('val/a.jpg') }, (reading) =>
      readCoco('c.json', file, reading),
    );
    const classes = read.classes.map((one): DatasetClass => ({ ...one, color: [0, 0, 0] }));
    const [labelled] = read.photos;
    const photos = photo && labelled?.cocoId ? [{ ...photo, cocoId: labelled.cocoId }] : [];
    const dataset = { name: '', classes, photos, labels: [] };
    const indexOf = (name: string) => classes.findIndex((one) => one.name === name);
    const objects = labelled?.objects.map((object) => ({
      ...object,
      classIndex: indexOf(object.className),
    }));
    const labels = [{ objects: objects ?? [], tags: [] }];
    return {
      dataset: { ...dataset, labels },
      coco: JSON.parse(await jsonOf({ ...dataset, labels })),
    };
  };

  test('comes back: ids, groups of categories, folders, crowds', async () => {
    const { coco } = await written();
    expect(coco.categories).toMatchObject([
      { id: 1, name: 'person', supercategory: 'human' },
      { id: 90, name: 'toothbrush', supercategory: 'indoor' },
      { id: 0, name: 'none', supercategory: '' },
    ]);
    expect(coco.images).toMatchObject([{ id: 397_133, file_name: 'val/a.jpg' }]);
    expect(coco.annotations).toMatchObject([
      {
        id: 82_445,
        image_id: 397_133,
        category_id: 90,
        iscrowd: 1,
        segmentation: { size: [4, 5] },
      },
      {
        id: 'b7',
        image_id: 397_133,
        category_id: 0,
        iscrowd: 0,
        segmentation: [expect.anything()],
      },
    ]);
    expect(coco.annotations[0].attributes).toBeUndefined();
  });

  test('comes back the same a second time', async () => {
    const { dataset, coco } = await written();
    const again = readWith(dataset, (reading) => readCoco('c.json', coco, reading));
    expect(again.photos[0]).toMatchObject({
      cocoId: 397_133,
      objects: dataset.labels[0]?.objects.map(({ mask, cocoId }) => ({ mask, cocoId })),
    });
    expect(again.classes.map(({ coco: category }) => category?.id)).toEqual([1, 90, 0]);
  });
});

test('a data set with a split has a file for each part, and each photo in one of them', async () => {
  const names = Array.from({ length: 10 }, (_, i) => `${i}.jpg`);
  const one = ringOn('');
  const dataset: Dataset = {
    ...one,
    photos: names.map((name) => ({ name, size: ring.size })),
    labels: names.map(() => one.labels[0] ?? { objects: [], tags: [] }),
  };
  const files = await writeAll(createCocoWriter, dataset, EXACT, 0.2);
  const parts = ['train', 'val'].map((part) =>
    JSON.parse(textOf(files, `annotations/instances_${part}.json`)),
  );
  expect(parts.map(({ images }) => images.length)).toEqual([8, 2]);
  const ids = parts.flatMap(({ annotations }) => annotations.map(({ id }: { id: number }) => id));
  expect(new Set(ids).size).toBe(10);
});
